import type { Regimen } from '../study/protocol/document/dosing.ts'
import { latestNeutrophils, source } from './example-nodes.ts'

/** Doses by body surface in cycles, with a cap, holds that lower the level, and an end. */
export const exampleRegimen: Regimen = {
  id: 'vidamab',
  title: { en: 'Vidamab, arm A', fr: 'Vidamab, bras A' },
  status: 'stated',
  words: source('6.3', 'Vidamab 75 mg/m2 on days 1 to 21 of each 28-day cycle.'),
  product: { name: 'Vidamab', strength: { value: '10', unit: 'mg/mL' } },
  item: 'infusion',
  route: 'intravenous',
  appliesIf: { op: 'code', item: 'arm', in: ['A'] },
  anchor: 'start',
  timing: {
    id: 'timing',
    title: {
      en: 'Each day of 21, then a week of rest',
      fr: 'Chaque jour sur 21, puis une semaine de repos',
    },
    status: 'stated',
    words: source('6.3', 'on days 1 to 21 of each 28-day cycle'),
    every: 'P1D',
    cycle: { length: 28, from: 1, to: 21 },
  },
  levels: [level('low', '50'), level('mid', '75'), level('high', '100')],
  start: [
    {
      id: 'begin',
      title: { en: 'Everybody begins at 75 mg/m²', fr: 'Tous commencent à 75 mg/m²' },
      status: 'stated',
      words: source('6.3', 'Vidamab 75 mg/m2'),
      level: 'mid',
    },
  ],
  changes: [
    {
      id: 'up',
      title: {
        en: 'Up after a cycle without trouble',
        fr: 'Plus haut après un cycle sans souci',
      },
      status: 'stated',
      words: source(
        '6.4',
        'May be raised to 100 mg/m2 from cycle 2 if neutrophils are at least 1.0.',
      ),
      from: ['mid'],
      to: 'high',
      at: { fromDay: 29 },
      when: { op: 'defined', name: 'enough' },
      once: true,
      minGap: 'P28D',
      ifUnknown: 'hold',
    },
  ],
  weight: {
    id: 'weightRule',
    title: { en: 'Body surface', fr: 'Surface corporelle' },
    status: 'stated',
    words: source('6.3', 'Body surface by Mosteller, with the weight of screening.'),
    item: 'weight',
    use: 'baseline',
    surface: { formula: 'mosteller', height: 'height' },
  },
  cap: {
    id: 'cap',
    title: { en: 'At most 200 mg', fr: 'Au plus 200 mg' },
    status: 'stated',
    words: source('6.3', 'not more than 200 mg'),
    amount: { value: '200', unit: 'mg' },
  },
  rounding: {
    id: 'rounding',
    title: { en: 'Rounding', fr: 'Arrondi' },
    status: 'silent',
    question: { en: 'How is it rounded?', fr: 'Comment arrondit-on ?' },
  },
  holds: [
    {
      id: 'lowCount',
      title: { en: 'Too few neutrophils', fr: 'Trop peu de neutrophiles' },
      status: 'stated',
      words: source('6.4', 'Hold if neutrophils < 1.0; resume one level lower at 1.5.'),
      when: latestNeutrophils('<', '1.0'),
      resumeWhen: latestNeutrophils('>=', '1.5'),
      resumeLower: 1,
      longest: 'P28D',
    },
  ],
  stops: [
    {
      id: 'sixCycles',
      title: { en: 'After six cycles', fr: 'Après six cycles' },
      status: 'stated',
      words: source('6.3', 'for six cycles'),
      days: 168,
    },
  ],
}

function level(id: string, value: string) {
  const title = { en: `${value} mg/m²`, fr: `${value} mg/m²` }
  return {
    id,
    title,
    status: 'stated',
    words: source('6.4', `${value} mg/m2`),
    amount: { value, unit: 'mg/m2' },
  } as const
}
