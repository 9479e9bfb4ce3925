import type { Finding, Presence } from '../patient/patient.ts'
import type { NoteSentence } from './note-sentence.ts'

/**
 * Results of tests whose names are not the disease's: "HBsAg negative" denies hepatitis B, "Quantiferon negative"
 * tuberculosis. Antibodies against HBs are those of a vaccine or of an infection of before, and decide nothing; the core
 * antibody and the e antigen tell of an infection, and their lack denies none. Rule `test@2`.
 */
export function testedIn({ text, start, end, section }: NoteSentence): Finding[] {
  if (section === 'family' || !anyResult.test(text)) return []
  const evidence = { text, start, end }
  const found: Finding[] = []
  for (const [pattern, term, whenPositive, whenNegative = 'absent'] of tests)
    for (const match of text.matchAll(pattern)) {
      const after = text.slice(match.index + match[0].length)
      const result = forAll.exec(after)?.[1] ?? /^[^,;.\n]{0,40}/.exec(after)?.[0] ?? ''
      const before = text.slice(0, match.index)
      const ahead = resultFor.exec(before) ?? (hasResult(result) ? null : resultAhead.exec(before))
      const isNegative = negative.test(ahead?.[1] ?? result)
      if (!isNegative && !positive.test(ahead?.[1] ?? result)) continue
      const presence = isNegative ? whenNegative : whenPositive
      if (presence === 'mentioned') continue
      const from = match.index - (ahead ? (ahead[1]?.length ?? 0) : 0)
      const words = text.slice(from, match.index + match[0].length + lengthOf(result)).trim()
      found.push({ term, words, presence, when: 'now', of: 'patient', evidence, rule: 'test@2' })
    }
  return [...found, ...deniedTogether(text, evidence), ...curedIn(text, evidence)]
}

/** « Sérologies VIH, VHB, VHC négatives », "HIV, HBV and HCV negative": one result for all of a list of viruses, and of nothing else. */
function deniedTogether(text: string, evidence: Finding['evidence']): Finding[] {
  return [...text.matchAll(virusList)].flatMap(([list]) =>
    viruses.flatMap(([name, term]): Finding[] => {
      const words = name.exec(list)?.[0]
      const said = { presence: 'absent', when: 'now', of: 'patient' } as const
      return words === undefined ? [] : [{ term, words, ...said, evidence, rule: 'test@2' }]
    }),
  )
}

const virusList =
  /(?<![\p{L}\d])(?:(?:VIH|VHB|VHC|HIV|HBV|HCV|hep(?:atitis|atite)? ?[BC]|syphilis)(?:[ -]?[12](?:[,/+-][12])?)?(?: ?(?:,|\/|&|\+) ?(?:and |et )?| (?:and|et|or|ni) )){1,4}(?:VIH|VHB|VHC|HIV|HBV|HCV|hep(?:atitis|atite)? ?[BC]|syphilis)(?: (?:serolog(?:y|ies)|tests?|screen|all|toutes|were|are))*(?: ?:)? (?:n[eé]gati(?:ve?|f)e?s?|neg)(?!\p{L})/giu

const viruses: readonly (readonly [RegExp, string])[] = [
  [/VIH|HIV/i, 'HIV Infections'],
  [/VHB|HBV|hep(?:atitis|atite)? ?B/i, 'Hepatitis B'],
  [/VHC|HCV|hep(?:atitis|atite)? ?C/i, 'Hepatitis C'],
  [/syphilis/i, 'Syphilis'],
]

function hasResult(text: string): boolean {
  return negative.test(text) || positive.test(text)
}

/** "A positive tuberculin skin test", "with negative blood cultures": the result stands before the name. */
const resultAhead =
  /(?:^|[,;:(]|(?<!\p{L})(?:an?|the|had|has|have|with|and|of|by|is|was|repeat|recent|une?|avec|et|par))\s?((?:positive|negative|neg|pos|non[- ]?reactive|reactive)\s)$/iu

/** "Tested positive for": what follows has the result. */
const resultFor =
  /(?<!\p{L})((?:positive|negative|neg|pos|non[- ]?reactive|reactive|positi(?:f|ve)s?|n[ée]gati(?:f|ve)s?) (?:for|[àa]|pour)(?: the)?\s(?:l['’])?)$/iu

function lengthOf(result: string): number {
  const told = negative.exec(result) ?? positive.exec(result)
  return told ? told.index + told[0].length : 0
}

/** Antibodies that stay and no virus: an infection of before. */
function curedIn(text: string, evidence: Finding['evidence']): Finding[] {
  const found =
    /(?:anti-?(?:HCV|VHC)|(?:HCV|VHC) (?:antibod\w+|Ab))\s+(?:rest[ée]s? )?(?:positive|pos|positifs?)\b[^.;]{0,40}\b(?:RNA|ARN|PCR)\b[^.;]{0,16}(?:not detected|negative|neg|undetectable|n[ée]gati(?:f|ve)|n[ée]g|ind[ée]tectable)/i.exec(
      text,
    )
  if (!found) return []
  const said = { presence: 'present', when: 'history', of: 'patient' } as const
  return [{ term: 'Hepatitis C', words: found[0], ...said, evidence, rule: 'test@2' }]
}

const negative =
  /(?:(?:^|[\s:=(-])(?:negative|neg|n[ée]gati(?:f|ve)s?|n[ée]gs?|not detected|undetect\w+|ind[ée]tectable\w*|non[- ]?reactive|absente?s?|normal|no growth|clear|st[ée]riles?)(?![\p{L}])|^\s*[:=]?\s*(?:-(?!\d)|\(-\)))/iu
const positive =
  /(?:(?:^|[\s:=(-])(?:positive|pos|positi(?:f|ve)s?|detected|reactive|d[ée]tect[ée]e?)(?![\p{L}])|^\s*[:=]?\s*(?:\+|\(\+\)))/iu

/** "A Monospot, a hepatitis screen and a syphilis test, all negative". */
const forAll =
  /^[^.;:\n]{0,110}?[\s,](?:all|both)(?: (?:were|are|came back))* ((?:negative|neg))(?!\p{L})/iu

/** Sentences without a word for a result are the most. */
const anyResult = /neg|n[ée]g|pos|detect|reactive|absent|normal|growth|clear|st[ée]rile|[+=-]/i

/** The test, the disease, and what a positive and a negative result say of it: most negative ones deny it. */
const tests: readonly (readonly [RegExp, string, Presence, Presence?])[] = [
  [
    /(?<![\p{L}])(?:HBs[- ]?Ag|Ag ?HBs|(?:hepatitis B|hep B|HBV) surface (?:antigen|Ag)|HBs[- ]antigen|antig[èe]ne HBs)(?![\p{L}])/giu,
    'Hepatitis B',
    'present',
  ],
  [
    /(?<![\p{L}])(?:HBe[- ]?Ag|Ag ?HBe|(?:hepatitis B|hep B|HBV) e[- ]?antigen|HBe[- ]antigen|antig[èe]ne HBe)(?![\p{L}])/giu,
    'Hepatitis B',
    'present',
    'mentioned',
  ],
  [
    /(?<![\p{L}])(?:HBc[- ]?(?:Ab|antibod(?:y|ies))|(?:(?:hepatitis|hep) B |HBV )?core (?:antibod(?:y|ies)|Ab)|(?:Ac |anticorps )?anti[- ]?HBc(?:[- ]?(?:Ab|IgG|IgM|total|totaux))?)(?![\p{L}])/giu,
    'Hepatitis B',
    'possible',
    'mentioned',
  ],
  [/(?<![\p{L}])(?:Ac |anticorps )?anti[- ]?VHC(?![\p{L}])/giu, 'Hepatitis C', 'possible'],
  [/(?<![\p{L}])(?:HBV DNA|ADN (?:du )?VHB)(?![\p{L}])/giu, 'Hepatitis B', 'present', 'possible'],
  [/(?<![\p{L}])(?:HCV RNA|ARN (?:du )?VHC)(?![\p{L}])/giu, 'Hepatitis C', 'present'],
  [
    /(?<![\p{L}])(?:TB )?(?:IGRA|Quantiferon(?:-TB)?|T-?SPOT(?:\.TB)?|Mantoux(?: test)?|(?:tuberculin|PPD|TB) (?:skin )?tests?|TST|PPD|IDR)(?![\p{L}])/giu,
    'Tuberculosis',
    'possible',
  ],
  [
    /(?<![\p{L}])(?:AFB(?: smears?)?|BAAR|BK(?= (?:crachats|tubages?|expector\p{L}*|direct))(?: \p{L}+)?|sputum for AFB)(?![\p{L}])/giu,
    'Tuberculosis',
    'present',
  ],
  [
    /(?<![\p{L}])(?:VDRL|RPR|TPHA|TPPA|FTA-?ABS|syphilis serology|s[ée]rologie (?:de la )?syphilis)(?![\p{L}])/giu,
    'Syphilis',
    'possible',
  ],
  [
    /(?<![\p{L}])(?:borrelia (?:serology|IgG|IgM|antibod\w+)|s[ée]rologie (?:de )?(?:lyme|borr[ée]li\w+)|lyme (?:serology|antibod\w+))(?![\p{L}])/giu,
    'Lyme Disease',
    'possible',
  ],
  [
    /(?<![\p{L}])(?:malaria (?:film|smear|RDT|rapid test)|blood film for malaria|thick (?:film|smear)|thick and thin films?|goutte [ée]paisse|frottis[- ]goutte [ée]paisse|TDR palu\w*)(?![\p{L}])/giu,
    'Malaria',
    'present',
  ],
  [
    /(?<![\p{L}])(?:(?:SARS-CoV-2|COVID(?:-19)?) (?:PCR|antigen|test|LFT|swab)|PCR (?:SARS-CoV-2|COVID)|test COVID)(?![\p{L}])/giu,
    'COVID-19',
    'present',
  ],
  [
    /(?<![\p{L}])(?:rapid strep(?: test)?|strep (?:test|A test)|TDR (?:angine|strepto\w*)|TROD angine)(?![\p{L}])/giu,
    'Streptococcal Infections',
    'present',
  ],
  [
    /(?<![\p{L}])(?:BU|ECBU|urine dip(?:stick)?|dipstick|bandelette(?: urinaire)?|urine culture|MSU|urinalysis|UA)(?![\p{L}])/giu,
    'Urinary Tract Infections',
    'mentioned',
  ],
  [/(?<![\p{L}])(?:blood cultures?|h[ée]mocultures?)(?![\p{L}])/giu, 'Bacteremia', 'present'],
  [
    /(?<![\p{L}])(?:H\.? ?pylori (?:stool antigen|breath test|antigen)|urea breath test|CLO test)(?![\p{L}])/giu,
    'Helicobacter Infections',
    'present',
  ],
  [
    /(?<![\p{L}])(?:C\.? ?diff(?:icile)? (?:toxin|PCR|GDH))(?![\p{L}])/giu,
    'Clostridium Infections',
    'present',
  ],
  [
    /(?<![\p{L}])(?:tTG(?:-IgA)?|tissue transglutaminase(?: IgA)?|anti-?transglutaminases?)(?![\p{L}])/giu,
    'Celiac Disease',
    'possible',
  ],
  [
    /(?<![\p{L}])(?:monospot|heterophile|MNI[- ]test)(?![\p{L}])/giu,
    'Infectious Mononucleosis',
    'present',
  ],
]
