import { weightedIndex } from './random.mjs';

/** The rule of each flow: the stage a patient must be in, the stage that follows, and the message that says so. */
const rules = {
  'ambulance-dispatched': {
    to: 'onTheWay', json: (crew) => ambulance(crew, 'AmbulanceDispatchedToHospital', { category: crew.category }),
  },
  'ambulance-arrived': {
    from: 'onTheWay', to: 'outside', json: (crew) => ambulance(crew, 'AmbulanceArrived', { category: crew.category }),
  },
  'handover-completed': { from: 'outside', to: 'handedOver', json: (crew) => ambulance(crew, 'HandoverCompleted') },
  'ambulance-cleared': { from: 'handedOver', json: (crew) => ambulance(crew, 'AmbulanceCleared') },
  'ed-registered': { to: 'registered', mllp: () => ({ trigger: 'A04', patientClass: 'E' }) },
  'ed-assessed': {
    from: 'registered',
    to: 'assessed',
    json: (patient) => department(patient, 'EdInitialAssessmentCompleted', { acuity: 'Urgent' }),
  },
  'ed-seen': { from: 'assessed', to: 'seen', json: (patient) => department(patient, 'EdSeenForTreatment') },
  'ed-ready': { from: 'seen', to: 'ready', json: (patient) => department(patient, 'EdClinicallyReadyToProceed') },
  'ed-decision-to-admit': {
    from: 'ready',
    to: 'toBeAdmitted',
    json: (patient) => department(patient, 'EdDecisionToAdmit', { specialty: '300' }),
  },
  'ed-departed': { from: 'ready', json: (patient) => department(patient, 'EdDeparted', { outcome: 'Discharged' }) },
  admitted: { from: 'toBeAdmitted', to: 'inBed', mllp: admission },
  transferred: { from: 'inBed', to: 'onWard', mllp: move },
  updated: { from: 'onWard', to: 'onWard', mllp: () => ({ trigger: 'A08', patientClass: 'I' }) },
  discharged: { from: 'onWard', mllp: () => ({ trigger: 'A03', patientClass: 'I' }) },
};

/** The stages of an ambulance; all others are stages of a patient. */
const ambulanceStages = ['onTheWay', 'outside', 'handedOver'];

/** Where a stage's opening message puts a patient whom the plan finds there at midnight. */
const bedStages = ['inBed', 'onWard'];

/**
 * The patients and ambulances of a planned day. A flow takes the one that has waited longest in the stage it starts
 * from; when nobody is there (the day begins with empty hospitals) it takes a new one, whose opening message goes on
 * the list `opening`, to be sent before the day starts.
 */
export class World {
  constructor(network, sites, random, run) {
    this.network = network;
    this.sites = sites;
    this.random = random;
    this.run = run;
    this.waiting = new Map();
    this.opening = [];
    this.count = 0;
  }

  /** Plans the next message of a flow, with what must follow it at once. */
  next(flowId) {
    const rule = rules[flowId];
    if (!rule) {
      throw new Error(`Flow '${flowId}' has no rule; the known ones are ${Object.keys(rules).join(', ')}.`);
    }

    const subject = rule.from ? this.#take(rule.from) : this.#create(rule.to);
    const messages = rule.mllp
      ? [rule.mllp(subject, this)].flat().map((message) => this.#overMllp(subject, message))
      : [rule.json(subject)];
    if (rule.to) {
      this.#put(rule.to, subject);
    }

    return messages.map((message) => ({ flow: flowId, ...message }));
  }

  /** A bed in a place of the kind given, at random. */
  bed(site, kind) {
    const places = this.network.sites.get(site)[kind];
    const { ward, pattern } = places[Math.floor(this.random() * places.length)];
    return { ward, pattern, bed: 1 + Math.floor(this.random() * 28) };
  }

  /** An identifier of this run, unique over all runs that share a data directory. */
  identifier(prefix) {
    this.count += 1;
    return `${prefix}${this.run}${this.count.toString(36)}`;
  }

  #take(stage) {
    const queue = this.waiting.get(stage) ?? [];
    return queue.shift() ?? this.#openAt(stage);
  }

  #put(stage, subject) {
    if (!this.waiting.has(stage)) {
      this.waiting.set(stage, []);
    }

    this.waiting.get(stage).push(subject);
  }

  #openAt(stage) {
    const subject = this.#create(stage);
    if (ambulanceStages.includes(stage)) {
      this.opening.push({ flow: 'opening', ...ambulance(subject, 'AmbulanceArrived', { category: subject.category }) });
    } else if (bedStages.includes(stage)) {
      subject.place = this.bed(subject.site, 'inpatient');
      this.opening.push({ flow: 'opening', ...this.#overMllp(subject, { trigger: 'A01', patientClass: 'I' }) });
    } else {
      this.opening.push({ flow: 'opening', ...this.#overMllp(subject, { trigger: 'A04', patientClass: 'E' }) });
    }

    return subject;
  }

  #create(stage) {
    const site = this.sites[weightedIndex(this.random, this.sites.map((candidate) => candidate.share))].code;
    if (ambulanceStages.includes(stage)) {
      const category = ['C1', 'C2', 'C3', 'C4'][weightedIndex(this.random, [0.1, 0.62, 0.24, 0.04])];
      return { site, conveyance: this.identifier('J'), category, source: this.network.ambulance };
    }

    return {
      site,
      patient: this.identifier('H'),
      visit: this.identifier('V'),
      place: this.bed(site, 'emergency'),
      source: this.network.sites.get(site).department.id,
    };
  }

  #overMllp(subject, message) {
    return {
      door: 'mllp',
      feed: this.network.sites.get(subject.site).pas,
      site: subject.site,
      patient: subject.patient,
      visit: subject.visit,
      place: subject.place,
      controlId: this.identifier(''),
      ...message,
    };
  }
}

/**
 * The three sites admit through the emergency department in three ways: Basildon ends the attendance (A03) and begins
 * a stay with a new visit number, Broomfield changes the class of the same visit (A06), Southend sends A01 on the same
 * visit number.
 */
function admission(subject, world) {
  const { place: prior, visit: attendance } = subject;
  subject.place = world.bed(subject.site, 'assessment');
  const message = { trigger: subject.site === 'RAJ32' ? 'A06' : 'A01', patientClass: 'I', place: subject.place };
  if (subject.site !== 'RAJ12') {
    return { ...message, prior };
  }

  subject.visit = world.identifier('V');
  const departure = { trigger: 'A03', patientClass: 'E', place: prior, visit: attendance };
  return [departure, { ...message, visit: subject.visit }];
}

function move(subject, world) {
  const prior = subject.place;
  subject.place = world.bed(subject.site, 'inpatient');
  return { trigger: 'A02', patientClass: 'I', place: subject.place, prior };
}

function ambulance({ source, site, conveyance }, kind, detail = {}) {
  return { door: 'json', source, site, kind, detail: { conveyance, ...detail } };
}

function department({ source, site, visit }, kind, detail = {}) {
  return { door: 'json', source, site, kind, detail: { encounter: visit, ...detail } };
}
