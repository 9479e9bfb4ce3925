import type { PregnancyReading, Reading } from './reading.ts'

/** Reads what is said in set phrases: sex, pregnancy, consent, insurance, language, travel, performance scores. */
export function phrasesIn(text: string): Reading[] {
  const readings: Reading[] = []
  const small = text.toLowerCase()
  for (const { pattern, make, hints } of seldom.test(small) ? phrases : usual) {
    if (!hints.some((hint) => small.includes(hint))) continue
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      const reading = make(span, negatedBefore(text, match.index), match)
      if (reading && !isOneSided(reading, text)) readings.push(reading)
    }
  }
  return readings
}

type Make = (
  span: { start: number; end: number },
  negated: boolean,
  match: RegExpExecArray,
) => Reading | undefined

interface Phrase {
  readonly pattern: RegExp
  /** The pattern finds nothing in a text that has none of these: looking for them first is many times as fast. */
  readonly hints: readonly string[]
  /** True where every third text has a hint of it. */
  readonly isUsual?: true
  readonly make: Make
}

function pregnancy(about: PregnancyReading['about']): Make {
  return (span, negated, match) => {
    const isPlanned =
      about === 'pregnant' &&
      planned.test(match.input.slice(Math.max(0, span.start - 40), span.start))
    const said = isPlanned ? 'planned' : about
    return { type: 'pregnancy', about: said, span, negated, rule: 'pregnancy@1' }
  }
}

/** A pregnancy planned or avoided is not one there is. */
const planned =
  /\b(?:plan\w*|intend\w*|intention|wish\w*|desir\w*|try\w*|attempt\w*|becom\w+|get(?:ting)?|avoid\w*|prevent\w*)\b[^,;.]{0,24}$/i

function topic(
  name: 'consent' | 'insurance' | 'language' | 'travel' | 'other study' | 'smoking',
): Make {
  return (span, negated) => ({ type: 'topic', topic: name, span, negated, rule: 'topic@1' })
}

function sex(value: 'FEMALE' | 'MALE' | 'ALL'): Make {
  return (span, negated) => ({ type: 'sex', sex: value, span, negated, rule: 'sex@1' })
}

/** "ECOG 0-2", "Karnofsky 70-100%", "ECOG performance status 0, 1 or 2": a score without a sign of comparison. */
const score: Make = (span, negated, match) => {
  const [, name = '', first = '', rest = ''] = match
  const values = [first, ...rest.matchAll(/\d+/g).map(([digits]) => digits)].map(Number)
  const isPercent = /kps|karn|lansky/i.test(name)
  if (name === 'who' || Math.max(...values) > (isPercent ? 100 : 5)) return undefined
  const code = /kps|karn/i.test(name) ? 'karnofsky' : /lansky/i.test(name) ? 'lansky' : 'ecog'
  return {
    type: 'measure',
    codes: [code],
    min: { value: String(Math.min(...values)), inclusive: true },
    max: { value: String(Math.max(...values)), inclusive: true },
    unit: '1',
    span,
    negated,
    rule: 'measure@1',
  }
}

const people = '(?:patients?|subjects?|participants?|volunteers?|adults?|children|individuals?)'

const phrases: readonly Phrase[] = [
  {
    pattern:
      /\b(ecog|who|zubrod|karnofsky|kps|lansky)\b(?: ?\/ ?(?:who|ecog|zubrod))?(?: ?\(?(?:performance(?: status| score)?|ps|kps|score|scale|index|play)\)?){0,3}(?: (?:of|is|must be|between|=))?[:\s-]{0,3}\b(\d{1,3})\b ?%?((?: ?(?:,|-|–|to|or|and|\/){1,2} ?(?:or |and )?\d{1,3}\b ?%?){0,4})(?! ?(?:or (?:less|more|greater|better|higher)|m?g\b|[.]\d))/gi,
    hints: ['ecog', 'who', 'zubrod', 'karnofsky', 'kps', 'lansky'],
    make: score,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:males? (?:and|or|\/|&) ?(?:non-?pregnant )?females?|females? (?:and|or|\/|&) ?males?|m[ea]n (?:and|or|\/) ?wom[ea]n|wom[ea]n (?:and|or) m[ea]n|either (?:sex|gender)|both (?:sexes|genders|sex|gender)|(?:all|any) (?:sexes|genders|gender|sex)|hommes? (?:et|ou) femmes?|males?\/females?|m\/f)\b`,
      'gi',
    ),
    hints: ['male', 'men', 'man', 'sex', 'gender', 'femmes', 'm/f'],
    isUsual: true,
    make: sex('ALL'),
  },
  {
    pattern: new RegExp(
      String.raw`^(?:adult )?(?:(?:females?|wom[ae]n|girls?)(?: ${people})?|${people} must be female|(?:sex|gender): ?female|female (?:sex|gender))(?=\W*$|,? (?:aged?|between|over|under|who|with|older|undergoing|≥|>))`,
      'gi',
    ),
    hints: ['female', 'wom', 'girl'],
    isUsual: true,
    make: sex('FEMALE'),
  },
  {
    pattern: new RegExp(
      String.raw`^(?:adult )?(?:(?:males?|m[ae]n|boys?)(?: ${people})?|${people} must be male|(?:sex|gender): ?male|male (?:sex|gender))(?=\W*$|,? (?:aged?|between|over|under|who|with|older|undergoing|≥|>))`,
      'gi',
    ),
    hints: ['male', 'man', 'men', 'boy'],
    isUsual: true,
    make: sex('MALE'),
  },
  { pattern: /\bpregnancy tests?\b/gi, hints: ['pregnancy test'], make: pregnancy('test') },
  {
    pattern:
      /\b(?:(?:women|woman|females?) of |wo?cbp\b|(?:of )?child-?\s?bearing (?:potential|age))(?:child-?\s?bearing (?:potential|age))?/gi,
    hints: ['child', 'cbp', 'women of', 'woman of', 'females of', 'female of'],
    make: pregnancy('childbearing'),
  },
  {
    pattern:
      /\b(?:contraception|contraceptives?|birth control|contraceptive (?:methods?|measures?)|contraceptifs?|contraceptive|verhütung\w*|anticoncep\w+)\b/gi,
    hints: ['contracept', 'birth control', 'contraceptif', 'verhütung', 'anticoncep'],
    make: pregnancy('contraception'),
  },
  {
    pattern: /\b(?:pregnan(?:t|cy|cies)|gravid|enceintes?|grossesse|schwanger\w*|embaraz\w+)\b/gi,
    hints: ['pregnan', 'gravid', 'enceinte', 'grossesse', 'schwanger', 'embaraz'],
    make: pregnancy('pregnant'),
  },
  {
    pattern:
      /\b(?:lactat(?:ing|ion)|breast-?\s?feed(?:ing)?|breastfed|nursing (?:mothers?|women|females?)|(?<=or |and |\/)nursing|allaitantes?|allaitement|stillend\w*|lactancia)\b/gi,
    hints: ['lactat', 'breast', 'nursing', 'allait', 'stillend', 'lactancia'],
    make: pregnancy('lactating'),
  },
  {
    pattern:
      /\b(?:(?:written |signed |informed |voluntary |oral |parental )+(?:consent|assent)(?: forms?)?|informed consent|consentement(?: éclairé| écrit)*|consentimiento informado|einwilligung\w*|sign(?:ed|s)? (?:an? |the )?(?:informed )?consent)\b/gi,
    hints: ['consent', 'assent', 'einwilligung'],
    make: topic('consent'),
  },
  {
    pattern:
      /\b(?:health (?:care )?(?:insurance|coverage)|medical insurance|social (?:security|insurance)(?: (?:system|scheme|regime|coverage))?|(?:affiliated|affiliation|beneficiary)[^,.;]{0,30}(?:insurance|social security|healthcare)|sécurité sociale|krankenversicher\w*)\b/gi,
    hints: [
      'insur',
      'coverage',
      'social',
      'sécurité sociale',
      'krankenversicher',
      'affiliat',
      'beneficiary',
    ],
    make: topic('insurance'),
  },
  {
    pattern:
      /\b(?:(?:able to |ability to |can |who |must )?(?:speak|read|understand|write|communicate|fluent)(?:s|ing)?(?:(?:,| and| or|\/|,? and\/or)? ?(?:speak|read|understand|write|comprehend|communicate)?){0,3}(?: in| the)? (?:english|french|german|spanish|dutch|italian|chinese|mandarin|danish|swedish|norwegian|portuguese|korean|japanese|turkish|arabic|hebrew|hindi)(?: language)?|(?:english|french|spanish|german|dutch|danish)[- ]speak(?:ing|ers?)|language barriers?|(?:fluent|fluency|proficien(?:t|cy)) in \w+)\b/gi,
    hints: [
      'speak',
      'language',
      'fluen',
      'proficien',
      'english',
      'french',
      'german',
      'spanish',
      'dutch',
      'italian',
      'chinese',
      'mandarin',
      'danish',
      'swedish',
      'norwegian',
      'portuguese',
      'korean',
      'japanese',
      'turkish',
      'arabic',
      'hebrew',
      'hindi',
    ],
    make: topic('language'),
  },
  {
    pattern:
      /\b(?:(?:able|willing|ability|willingness|inability|unable|unwilling)(?: and (?:able|willing))? to (?:travel|attend|return)(?: to)?(?: (?:the|all|study|scheduled|follow-up|clinic|visits|site|center|centre|hospital)){0,4}|transportation)\b/gi,
    hints: ['travel', 'attend', 'return', 'transportation'],
    make: topic('travel'),
  },
  {
    pattern:
      /\b(?:(?:participat\w+|enrol\w+|included?|involvement)(?: (?:in|to|into))?(?: (?:any|another|an|other|a|concurrent|interventional|investigational|clinical|biomedical|drug|therapeutic))+ (?:study|studies|trials?|research)|(?:another|other) (?:clinical |interventional |investigational |biomedical )?(?:study|studies|trials?))\b/gi,
    hints: ['study', 'studies', 'trial', 'research'],
    isUsual: true,
    make: topic('other study'),
  },
  {
    pattern:
      /\b(?:(?:current |active |heavy |habitual )?(?:smokers?|smoking)|tobacco (?:use|users?))\b/gi,
    hints: ['smok', 'tobacco'],
    make: topic('smoking'),
  },
]

/** Most texts have no hint of the others, which one look tells for all of them at once. */
const usual = phrases.filter(({ isUsual }) => isUsual)
const seldom = new RegExp(
  phrases
    .filter(({ isUsual }) => !isUsual)
    .flatMap(({ hints }) => hints)
    .join('|'),
)

/** "Men ≥ 40 and women ≥ 50 years" asks for neither sex alone. */
function isOneSided(reading: Reading, text: string): boolean {
  if (reading.type !== 'sex' || reading.sex === 'ALL') return false
  return (
    reading.sex === 'FEMALE' ? /\b(?:males?|m[ae]n|boys?)\b/i : /\b(?:females?|wom[ae]n|girls?)\b/i
  ).test(text)
}

function negatedBefore(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 48), at)
  return /(?:\b(?:no|not|non|without|absence of|neither|nor|never)\b|\bnon-)[^,;.]*$/i.test(before)
}
