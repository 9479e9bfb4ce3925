import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Evidence, Finding, Measured, Patient, Treatment } from '../patient/patient.ts'
import { kindsOf } from './facts-of.ts'
import { wasSurelyHad } from './medicines.ts'

/**
 * What a treatment says of the illness that alone it is given for: a kidney is replaced by lasting dialysis (chronic kidney disease of
 * stage 5), a coronary artery is opened or bypassed (coronary artery disease), and a few medicines have one illness only. Nothing is
 * concluded against what is said. Rule `implied-by-care@1`.
 */
export function findingsByCare(patient: Patient, vocabulary: Vocabulary): Finding[] {
  const found: Finding[] = []
  for (const { names, around, not, terms, isLasting } of cares) {
    const had = patient.treatments.find(
      (one) =>
        isOfCare(one, names) &&
        wasSurelyHad(one) &&
        (!isLasting || one.when === 'now') &&
        around.test(one.evidence.text) &&
        !not.test(one.evidence.text),
    )
    if (!had) continue
    for (const term of terms)
      if (!isSpokenOf(term, patient, vocabulary)) found.push(told(term, had.name, had.evidence))
  }
  return found
}

/** Lasting dialysis is stage 5, and the kidneys filter less than 15 ml a minute. */
export function measuresByCare(patient: Patient): Measured[] {
  const [dialysis] = cares
  const had = patient.treatments.find(
    (one) =>
      dialysis !== undefined &&
      isOfCare(one, dialysis.names) &&
      wasSurelyHad(one) &&
      one.when === 'now' &&
      dialysis.around.test(one.evidence.text) &&
      !dialysis.not.test(one.evidence.text),
  )
  if (!had) return []
  const { evidence } = had
  const all: Measured[] = [
    { what: 'ckdStage', value: '5', unit: '1', evidence },
    { what: 'egfr', value: '15', unit: 'mL/min/{1.73_m2}', comparator: '<', evidence },
  ]
  return all.filter(({ what }) => !patient.measures.some((one) => one.what === what))
}

function isOfCare({ name, drugs = [] }: Treatment, names: RegExp): boolean {
  return [name, ...drugs].some((one) => names.test(one))
}

function isSpokenOf(term: string, { findings }: Patient, vocabulary: Vocabulary): boolean {
  const kinds = kindsOf(term, vocabulary)
  return findings.some((one) => one.of === 'patient' && kinds.has(one.term))
}

function told(term: string, words: string, evidence: Evidence): Finding {
  return {
    term,
    words,
    presence: 'present',
    when: 'now',
    of: 'patient',
    evidence,
    rule: 'implied-by-care@1',
  }
}

interface Care {
  readonly names: RegExp
  /** What its sentence must say, and must not. */
  readonly around: RegExp
  readonly not: RegExp
  readonly terms: readonly string[]
  readonly isLasting?: true
}

const anything = /^/
const notLived =
  /\b(?:trial|study|prevent\w*|prophyla\w*|exposure|considered|brother|sister|mother|father|husband|wife|donor)\b/i

const cares: readonly Care[] = [
  {
    names: /dialys|^(?:HD|PD|on hd|on pd)$/i,
    around:
      /\b(?:since|for \w+ (?:months?|years?)|three times (?:a|per) week|thrice|3 (?:times|x)|weekly|maintenance|chronic|long-?term|home|depend\w+|peritoneal|CAPD|CCPD|MWF|TTS|depuis|trois fois par semaine|3 fois par semaine|chronique|péritonéale)\b|ESRD|ESKD/i,
    not: /\b(?:acute|temporar\w+|AKI|CRRT|poison\w*|overdose|intoxication|lithium|stopped|recovered|no longer|plan\w*|aiguë?|sevré\w*|transplant\w*|greff\p{L}*)/iu,
    terms: ['Kidney Failure, Chronic'],
    isLasting: true,
  },
  {
    names:
      /^(?:(?:drug[- ]eluting |coronary |cardiac )*stents?|CABG|coronary (?:artery )?bypass(?: graft\w*| surgery)?|PCI|PTCA|percutaneous coronary intervention|pontages? (?:aorto-?)?coronaires?|pontage coronarien|stents? (?:coronaires?|actifs?)|angioplastie coronaire|coronary angioplasty)$/i,
    around:
      /\b(?:coronar\w*|CABG|PCI|PTCA|LAD|RCA|LCX|circumflex|IVA|heart attack|myocardial|infarct\w*|STEMI|NSTEMI|angina|angor|cardiac cath\w*|interventriculaire)\b/i,
    not: /\b(?:carotid\w*|ureter\w*|biliary|iliac|femoral|esophag\w*|bronch\w*|intracranial|ur[ée]t[ée]r\w*|biliaires?|fistula|anomal\w*|dissection|spasm)/i,
    terms: ['Coronary Artery Disease'],
  },
  ...(
    [
      ['riluzole|tofersen', ['Amyotrophic Lateral Sclerosis']],
      ['ivacaftor|elexacaftor|tezacaftor|lumacaftor', ['Cystic Fibrosis']],
      ['nusinersen|risdiplam|onasemnogene', ['Muscular Atrophy, Spinal']],
      ['emicizumab', ['Hemophilia A']],
      [
        'gliclazide|glipizide|glibenclamide|glyburide|glimepiride|sitagliptin|linagliptin|saxagliptin|vildagliptin|insulin glargine|insulin detemir|insulin degludec',
        ['Diabetes Mellitus'],
      ],
      ['ocrelizumab|siponimod|ponesimod|glatiramer|teriflunomide', ['Multiple Sclerosis']],
      ['tafamidis', ['Amyloidosis']],
    ] as const
  ).map(([names, terms]): Care => ({
    names: new RegExp(`^(?:${names})\\b`, 'i'),
    around: anything,
    not: notLived,
    terms,
  })),
]
