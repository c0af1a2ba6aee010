const shapes = {
  A01: 'ADT_A01', A02: 'ADT_A02', A03: 'ADT_A03', A04: 'ADT_A01', A06: 'ADT_A06', A08: 'ADT_A01',
};

/**
 * One ADT message, such as
 *
 *     MSH|^~\&|PAS|RAJ12|CONTROL-CENTRE|QH8|20261122100100+0000||ADT^A02^ADT_A02|7f3k0000012|P|2.4
 *     EVN||20261122100100+0000||||20261122100100+0000
 *     PID|||B7f3k12^^^RAJ12^MR||LOADTEST^Invented||19500101|F
 *     PV1||I|^ACM1^12^RAJ12|21||^AMU^3^RAJ12|||||||||||||VB7f3k12
 *
 * The name and birth date are invented; they are there because real messages have them and the server must drop them.
 */
export function adtMessage(message) {
  const { trigger, feed, site, patient, visit, patientClass, place, prior, destination, controlId, at } = message;
  const time = hl7Time(at);
  const pv1 = [];
  pv1[2] = patientClass;
  pv1[3] = location(place);
  if (patientClass === 'I') {
    pv1[4] = '21';
    pv1[10] = '300';
  }

  pv1[6] = location(prior);
  pv1[19] = visit;
  if (trigger === 'A03') {
    pv1[36] = '1';
    pv1[37] = destination ?? '19';
    pv1[45] = time;
  }

  return [
    `MSH|^~\\&|${feed.sendingApplication}|${feed.sendingFacility}|CONTROL-CENTRE|QH8|${time}||`
      + `ADT^${trigger}^${shapes[trigger]}|${controlId}|P|2.4`,
    `EVN||${time}||||${time}`,
    `PID|||${patient}^^^${site}^MR||LOADTEST^Invented||19500101|F`,
    `PV1${Array.from(pv1, (field) => field ?? '').map((field, index) => (index === 0 ? '' : `|${field}`)).join('')}`,
    '',
  ].join('\r');
}

/** A location as the site's own pattern has it: a bed in the ward; a bay as well where the ward leads the location. */
export function location(place) {
  if (!place) {
    return '';
  }

  const { pattern, bed } = place;
  const room = pattern.room ?? (pattern.facility ? '' : `BAY${1 + (bed % 5)}`);
  return [pattern.pointOfCare ?? '', room, String(bed), pattern.facility ?? ''].join('^').replace(/\^+$/, '');
}

function hl7Time(at) {
  // 2026-11-22T10:01:00.000Z -> 20261122100100+0000
  return `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}+0000`;
}
