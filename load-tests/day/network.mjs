import { readFileSync } from 'node:fs';

/** What the load needs of a network file: for each site its feeds and how they name emergency and inpatient places. */
export function readNetwork(path) {
  const network = JSON.parse(readFileSync(path, 'utf8'));
  const sites = new Map(network.sites.map((site) => [site.code, {
    code: site.code,
    pas: feedOf(network, site.code, 'Hl7v2', 'Beds'),
    department: feedOf(network, site.code, 'Json', 'EmergencyDepartment'),
    emergency: placesOf(site, ['EmergencyDepartment']),
    assessment: placesOf(site, ['Assessment']),
    inpatient: placesOf(site, ['GeneralAndAcute']),
  }]));
  const ambulance = network.feeds.find((feed) => same(feed.protocol, 'Json') && has(feed, 'Ambulance'));
  if (!ambulance) {
    throw new Error(`${path}: no JSON feed with the subject Ambulance.`);
  }

  return { code: network.code, sites, ambulance: ambulance.id, feedCount: network.feeds.length };
}

function feedOf(network, site, protocol, subject) {
  const feed = network.feeds.find((candidate) =>
    same(candidate.protocol, protocol) && has(candidate, subject) && candidate.sites.includes(site));
  if (!feed) {
    throw new Error(`The network file has no ${protocol} feed with the subject ${subject} for site ${site}.`);
  }

  return feed;
}

function placesOf(site, types) {
  const places = site.wards
    .filter((ward) => types.some((type) => same(ward.type, type)) && !same(ward.population, 'Paediatric'))
    .map((ward) => ({ ward: ward.code, pattern: ward.locations[0] }));
  if (places.length === 0) {
    throw new Error(`The network file has no ward of type ${types.join(' or ')} at site ${site.code}.`);
  }

  return places;
}

const same = (left, right) => String(left).toLowerCase() === right.toLowerCase();
const has = (feed, subject) => (feed.subjects ?? []).some((candidate) => same(candidate, subject));
