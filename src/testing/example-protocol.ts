import type { Protocol } from '../study/protocol/document/protocol.ts'
import { exampleRegimen } from './example-regimen.ts'
import { itemOf, source, yesExclusion, latestNeutrophils, plannedVisit } from './example-nodes.ts'

/**
 * An invented protocol with what a document may hold: two arms, cycles of 28 days, doses by body surface, holds that
 * lower the level, a cap, rounding, a group of criteria, a silent window and a silent endpoint.
 */
export const exampleProtocol: Protocol = {
  format: 1,
  study: 'NCT90000099',
  version: '2',
  title: { en: 'Invented: vidamab in cycles', fr: 'Inventée : le vidamab par cycles' },
  date: '2025-06-01',
  supersedes: '1',
  effective: [{ site: '*', from: '2025-07-01' }],
  amendment: {
    id: 'amendment',
    title: { en: 'Amendment 1', fr: 'Amendement 1' },
    status: 'stated',
    words: source('0', 'This amendment applies to new participants.'),
    appliesTo: 'new participants',
    reconsent: false,
  },
  sources: [
    {
      id: 'protocol',
      title: 'Protocol of the invented study, version 2',
      date: '2025-06-01',
      link: 'https://example.org/protocol',
      credit: 'Invented. Free for any use.',
    },
  ],
  items: [
    itemOf('birthDate', 'Date of birth', 'Date de naissance', 'date', {
      role: 'birth date',
      repeats: 'once',
    }),
    itemOf('consent', 'Consent signed', 'Consentement signé', 'event', {
      role: 'consent',
      repeats: 'once',
    }),
    itemOf('arm', 'Arm', 'Bras', 'code', {
      codes: ['A', 'B'],
      role: 'allocation',
      repeats: 'once',
    }),
    itemOf('weight', 'Body weight', 'Poids', 'quantity', {
      unit: 'kg',
      plausible: { from: '30', to: '250' },
    }),
    itemOf('height', 'Height', 'Taille', 'quantity', { unit: 'cm' }),
    itemOf('neutrophils', 'Neutrophils', 'Neutrophiles', 'quantity', { unit: '10*9/L' }),
    itemOf('heart', 'Heart disease', 'Maladie du cœur', 'yes-no', { repeats: 'once' }),
    itemOf('stroke', 'Stroke in the last 6 months', 'AVC depuis moins de 6 mois', 'yes-no', {
      repeats: 'once',
    }),
    itemOf('infusion', 'Infusion of vidamab', 'Perfusion de vidamab', 'quantity', { unit: 'mg' }),
    itemOf('scan', 'Scan', 'Scanner', 'event'),
  ],
  definitions: [
    {
      id: 'enough',
      title: { en: 'Enough neutrophils', fr: 'Assez de neutrophiles' },
      status: 'stated',
      words: source('6.4', 'Neutrophils of at least 1.0 x 10^9/L.'),
      expression: latestNeutrophils('>=', '1.0'),
    },
    {
      id: 'response',
      title: { en: 'Response', fr: 'Réponse' },
      status: 'silent',
      question: { en: 'What counts as a response?', fr: 'Qu’est-ce qu’une réponse ?' },
    },
  ],
  anchors: [
    {
      id: 'start',
      title: { en: 'First infusion', fr: 'Première perfusion' },
      status: 'stated',
      words: source('1.3', 'Day 1 is the day of the first infusion.'),
      event: { type: 'first', item: 'infusion', orDecision: true },
      days: { first: 1, label: 'D' },
    },
  ],
  eligibility: [
    {
      id: 'adult',
      title: { en: 'Adult', fr: 'Adulte' },
      status: 'stated',
      words: source('5.1', 'Men and women of 18 years or older.'),
      kind: 'inclusion',
      expression: {
        op: 'compare',
        left: { op: 'age', unit: 'a', on: { at: 'decision' } },
        is: '>=',
        right: { op: 'quantity', value: '18', unit: 'a' },
      },
    },
    {
      id: 'vessels',
      title: { en: 'Heart and vessels', fr: 'Cœur et vaisseaux' },
      status: 'stated',
      words: source('5.2', 'Any of the following: heart disease; stroke within 6 months.'),
      kind: 'exclusion',
      group: {
        join: 'any',
        members: [
          yesExclusion('heartDisease', 'Heart disease', 'Maladie du cœur', 'heart'),
          yesExclusion('recentStroke', 'Recent stroke', 'AVC récent', 'stroke'),
        ],
      },
    },
    {
      id: 'marrow',
      title: { en: 'Bone marrow', fr: 'Moelle osseuse' },
      status: 'inferred',
      reason: {
        en: 'The source says “adequate marrow”; the limit is that of the dose rule.',
        fr: 'La source dit « adequate marrow » ; la limite est celle de la règle de dose.',
      },
      words: source('5.1', 'Adequate marrow function.'),
      kind: 'inclusion',
      expression: { op: 'defined', name: 'enough' },
    },
  ],
  visits: [
    plannedVisit(
      'screening',
      'Screening',
      'Sélection',
      { after: '-P7D' },
      { early: 'P14D', late: 'P0D' },
    ),
    plannedVisit(
      'cycle',
      'Start of a cycle',
      'Début de cycle',
      { day: 1 },
      { early: 'P2D', late: 'P2D' },
      { every: 'P28D', times: 6 },
    ),
    {
      ...plannedVisit('scanVisit', 'Scan', 'Scanner', { day: 57 }),
      status: 'silent',
      words: source('1.3', 'A scan after two cycles.'),
      question: {
        en: 'How many days may the scan differ?',
        fr: 'De combien de jours le scanner peut-il s’écarter ?',
      },
    },
    {
      id: 'extra',
      title: { en: 'Unscheduled visit', fr: 'Visite imprévue' },
      status: 'stated',
      words: source('1.3', 'Patients may be seen at any time.'),
      items: ['weight'],
      unscheduled: true,
    },
  ],
  regimens: [exampleRegimen],
  endpoints: [
    {
      id: 'counts',
      title: { en: 'Neutrophils at day 57', fr: 'Neutrophiles au jour 57' },
      status: 'stated',
      words: source('3', 'Neutrophils of 2.0 or more at day 57.'),
      level: 'primary',
      success: latestNeutrophils('>=', '2.0'),
      visit: 'scanVisit',
      sets: ['itt'],
      analysis: { method: 'proportion', interval: 'exact', confidence: '0.95' },
      published: [
        { set: 'itt', percent: '75', from: '47.6', to: '92.7', successes: 12, total: 16 },
      ],
    },
    {
      id: 'answered',
      title: { en: 'Response', fr: 'Réponse' },
      status: 'silent',
      words: source('3', 'Response rate.'),
      question: { en: 'What counts as a response?', fr: 'Qu’est-ce qu’une réponse ?' },
      level: 'secondary',
      sets: ['itt'],
    },
  ],
  sets: [
    {
      id: 'itt',
      title: { en: 'All who were treated', fr: 'Toutes les personnes traitées' },
      status: 'stated',
      words: source('3', 'All treated participants.'),
      member: { op: 'exists', of: { item: 'infusion' } },
    },
  ],
  notes: [
    {
      en: 'The source contradicts itself on the day of the scan.',
      fr: 'La source se contredit sur le jour du scanner.',
    },
  ],
}
