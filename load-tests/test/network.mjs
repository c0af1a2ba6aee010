/** A network with the three sites and their styles, as `readNetwork` gives it. */
export function network() {
  const site = (code, pattern) => ({
    code,
    pas: { id: `${code}-pas`, sendingApplication: 'PAS', sendingFacility: code },
    department: { id: `${code}-ed` },
    emergency: [{ ward: 'EDM', pattern: pattern('EDM') }],
    assessment: [{ ward: 'AMU', pattern: pattern('AMU') }],
    inpatient: [{ ward: 'ACM1', pattern: pattern('ACM1') }],
  });
  return {
    code: 'QH8',
    ambulance: 'eeast-cad',
    feedCount: 11,
    sites: new Map([
      ['RAJ12', site('RAJ12', (ward) => ({ room: ward, facility: 'RAJ12' }))],
      ['RAJ32', site('RAJ32', (ward) => ({ pointOfCare: ward, facility: 'RAJ32' }))],
      ['RAJ01', site('RAJ01', (ward) => ({ pointOfCare: `SOU-${ward}` }))],
    ]),
  };
}
