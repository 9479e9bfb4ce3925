import type { AskedRule } from '../../../words/language/asked.ts'
import type { WrittenRule } from './asked-rule.ts'
import type { ReadAsk } from './rule-reader.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import { asksExamAlone, isOfOtherList, isOtherThanAsked } from './slips.ts'

/**
 * A line that stands alone in its list and may be less than a rule of its own: one of several of which one is enough ("Asthma,
 * or", "c) Asthma"), of some date, or limits that are the other way round than the words beside them. It is asked, and neither
 * answer tells it. Undefined where the line has no end ("eligible if"), is a note to another, or asks for what only the words
 * that were left out say. Rule `in-doubt@1`.
 */
export function openIfInDoubt({ kind, text }: WrittenRule, ask: ReadAsk): ReadAsk | undefined {
  if (endless.test(text) || footnote.test(text)) return undefined
  if (isMisread(text, ask.rule) || isMeasuredAsTaken(ask.rule)) return undefined
  if (asksExamAlone(text, ask.rule) || isOtherThanAsked(text, ask.rule)) return undefined
  if (isOfOneSexOfTwo(text, ask.rule)) return undefined
  const isNeeded = kind !== 'exclusion'
  const isOpen = isNeeded
    ? isAtMost(text, ask.rule) ||
      beforeOther.test(text) ||
      ofRow.test(text) ||
      feasible.test(text) ||
      isOfSeveralPeople(text, ask.rule) ||
      isOfNextName(text, ask) ||
      isSoonAfter(text, ask.rule)
    : reversed.test(text) ||
      isOfOtherList(text, ask.rule) ||
      isAvoided(text, ask.rule) ||
      isAnyLike(text, ask.rule)
  return isOpen ||
    isForSome(text, ask.rule) ||
    isOfTwoAges(ask) ||
    isOfTwoSexes(text, ask.rule) ||
    dated.test(text)
    ? { ...ask, rule: { ...ask.rule, isWide: true, isPart: true } }
    : {
        ...ask,
        rule: (
          isNeeded
            ? isStillSo(text, ask.rule) || isLikeOfFirst(ask.rule)
            : isBareAfterNarrow(ask.rule)
        )
          ? { ...ask.rule, isWide: true }
          : ask.rule,
      }
}

/**
 * "For women only: …", "If male, …", "In children under 12: …": whoever is of another sex or age is not asked, and neither is
 * let in nor kept out by it. A question that says itself of whom it is ("If a pregnancy is possible: …") needs nothing more.
 */
function isForSome(text: string, rule: AskedRule): boolean {
  if (rule.ask === 'pregnancy' && !/\bonly\b/i.test(text)) return false
  if (rule.ask === 'set' && ofItself.has(rule.phrase)) return false
  return forSome.test(text)
}

const ofItself: ReadonlySet<string> = new Set(['contraception', 'negativePregnancyTest'])
const somePeople = String.raw`(?:(?:wo)?m[ae]n|(?:fe)?males?|girls?|boys?|child(?:ren)?|infants?|neonates?|newborns?|adolescents?|adults?|(?:patients?|subjects?|participants?|individuals?|those|people) (?:aged|under|over|younger|older|below|above|[<>≤≥]))`
const forSome = new RegExp(
  [
    String.raw`^\W*(?:only )?(?:for|in|if|among|when) (?:the |an? |all |any |patient is |subject is |participant is )?${somePeople}\b[^.;:]{0,50}?(?: only\b|[,:–—]| - )`,
    String.raw`^\W*${somePeople}(?: (?:patients?|subjects?|participants?|individuals?))?(?: only)?\s?(?:[:–—]| - )\s?`,
    String.raw`\b(?:(?:wo)?men|(?:fe)?males?|girls|boys|children|adults)(?: (?:patients?|subjects?|participants?))? only\b`,
    String.raw`\((?:for |in )?(?:(?:wo)?men|(?:fe)?males?|girls|boys)\)`,
    String.raw`^\W*(?:all |any )?(?:(?:wo)?men|(?:fe)?males?|girls|boys)(?: (?:patients?|subjects?|participants?))? (?:must|should|need)\b`,
  ].join('|'),
  'i',
)

/** "Male subjects with a weight of 50 kg or above; female subjects 45 kg or above": what is asked of one is not asked of the other. */
function isOfTwoSexes(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.what.things.every(isThing)) return false
  const bySex = text.match(/\b(?:(?:fe)?males?|(?:wo)?m[ae]n|girls?|boys?)\b[^.;]{0,60}?\d/gi) ?? []
  return new Set(bySex.map((one) => /^(?:f|w|g)/i.test(one))).size > 1
}

/** "More than 450 ms in men and 470 ms in women", of which one value alone was read: it is not asked of the other sex. */
function isOfOneSexOfTwo(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.what.things.filter((one) => !isThing(one)).length !== 1)
    return false
  const after = text.match(valueOfSex) ?? []
  return new Set(after.map((one) => /\b(?:f|w|g)\w+$/i.test(one))).size > 1
}

const valueOfSex =
  /\d[^.;,\d]{0,40}?\b(?:in|for|of|\() ?(?:an? |the )?(?:(?:fe)?males?|(?:wo)?m[ae]n|girls?|boys?)\b/gi

/** "Severe, uncontrolled or active disease": any of the three, or severe and one of the two. */
function isAnyLike(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || !/\w, \w+(?: \w+)? or \w/.test(text)) return false
  return rule.what.things.some(
    (one) => isThing(one) && one.like.slice(1).some(({ en }) => /^[^,]* or /.test(en)),
  )
}

/** "Children with asthma and diabetes": those with either, or who have both. */
function isOfSeveralPeople(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.isTurned || rule.what.joint !== 'and') return false
  const illnesses = rule.what.things.filter((one) => isThing(one) && one.name.kind === undefined)
  return illnesses.length > 1 && severalPeople.test(text)
}

const severalPeople =
  /\b(?:(?:wo)?men|(?:fe)?males|girls|boys|children|infants|neonates|newborns|adolescents|adults|patients|subjects|participants|individuals|persons|people|those|volunteers)\b(?!.*\bboth\b)/i

/** "Bilirubin ≤ 2.0 mg/dL ALT or AST ≤ 2.5 x ULN": the name behind the first value is of the next one, and both must be. */
function isOfNextName(text: string, { rule, readings }: ReadAsk): boolean {
  if (rule.ask !== 'things' || rule.what.joint !== 'or') return false
  return rule.what.things.some((one) => {
    const reading = isThing(one) ? undefined : readings[one.reading]
    return (
      reading !== undefined && nameBehind.test(text.slice(reading.span.start, reading.span.end))
    )
  })
}

const nameBehind =
  /\d\D*\s(?:ALT|AST|SGOT|SGPT|ALP|GGT|LDH|alkaline phosphatase|(?:total |direct )?bilirubin|creatinine|platelets?|ANC|WBC|ha?emoglobin)$/i

/** "Able to complete dosing within 6 hours of the onset of pain" is not asked by whether one can come to all visits. */
function isSoonAfter(text: string, rule: AskedRule): boolean {
  return rule.ask === 'set' && rule.phrase === 'comply' && soonAfter.test(text)
}

const soonAfter = /\bwithin \d+(?:\.\d+)? ?(?:min(?:ute)?s?|h(?:ou)?rs?|h)\b|\bonset\b/i

/** "Whom a blood thinner is contraindicated for" is not who takes one. */
function isAvoided(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.isTurned || !/\bcontra-?indicated\b/i.test(text)) return false
  return rule.frame === 'take' || rule.frame === 'took'
}

/** What was before and is still so, of which the first alone is asked. */
function isStillSo(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || !/\bwith current\b/i.test(text)) return false
  return rule.frame === 'had' || rule.frame === 'took'
}

/** "Karnofsky ≥ 60, Lansky ≥ 60": one is measured of grown-ups, the other of children. */
function isOfTwoAges({ rule, readings }: ReadAsk): boolean {
  const rules = rule.ask === 'several' ? rule.rules : [rule]
  const items = rules.flatMap((one) => (one.ask === 'things' ? one.what.things : []))
  const codes = items.flatMap((one) => {
    const reading = isThing(one) ? undefined : readings[one.reading]
    return reading?.type === 'measure' ? reading.codes : []
  })
  return codes.includes('karnofsky') && codes.includes('lansky')
}

/** "Creatinine normal for age": what is measured in the blood is not taken. */
function isMeasuredAsTaken(rule: AskedRule): boolean {
  if (rule.ask !== 'things' || (rule.frame !== 'take' && rule.frame !== 'took')) return false
  return rule.what.things.some((one) => isThing(one) && measured.has(one.name.en.toLowerCase()))
}

const measured: ReadonlySet<string> = new Set([
  'creatinine',
  'bilirubin',
  'haemoglobin',
  'hemoglobin',
  'urea',
  'ferritin',
  'troponin',
  'cholesterol',
  'triglycerides',
])

/** "Infections or tumours of the zorb", of which "a tumour" alone was read: a yes may be of another. */
function isBareAfterNarrow(rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.isTurned || rule.what.joint !== 'or') return false
  const [first, ...others] = rule.what.things
  if (!first || !isThing(first)) return false
  const isNarrow =
    first.name.of !== undefined ||
    first.like.length + first.tails.length > 0 ||
    first.name.fr.includes(' ')
  return (
    isNarrow &&
    others.some(
      (one) =>
        isThing(one) && one.like.length + one.tails.length === 0 && ofAnyPart.has(one.name.fr),
    )
  )
}

const ofAnyPart: ReadonlySet<string> = new Set([
  'tumeur',
  'infection',
  'lésion',
  'anomalie',
  'inflammation',
  'malformation',
  'métastases',
  'opération',
])

/** "Exercise less than 150 minutes a week": who does none is let in as well. */
function isAtMost(text: string, rule: AskedRule): boolean {
  if (rule.isWide !== true || rule.isTurned || rule.ask !== 'things') return false
  return rule.what.things.every(isThing) && atMost.test(text)
}

const atMost =
  /\b(?:(?:less|fewer|lower|no more|not more|no greater|no longer) than|at most|up to|a maximum of|maximum|under \d|below)\b|[<≤]/i

/** "Metastatic breast cancer, ovarian cancer or melanoma": what the first is like may be asked of each. */
function isLikeOfFirst(rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.isTurned || rule.what.joint !== 'or') return false
  const [first, ...others] = rule.what.things
  if (!first || !isThing(first) || first.like.length === 0) return false
  return others.every((one) => isThing(one) && one.like.length === 0)
}

/** Words that name two things, where nothing in the line says that the one that was read is meant. */
function isMisread(text: string, rule: AskedRule): boolean {
  const found = twofold.filter(({ written }) => written.test(text))
  if (found.length === 0) return false
  const asked = JSON.stringify(rule)
  return found.some(({ read, meant }) => asked.includes(read) && !meant.test(text))
}

/** A biopsy that only proves; the muscle under the lungs; the end of a pregnancy; the fourth stage; high pressure in the lungs' vessels. */
const twofold = [
  {
    written: /\bCRT\b/,
    read: 'appareil de resynchronisation',
    meant:
      /\b(?:heart|cardi\w+|pac(?:ing|emakers?)|ICDs?|defibrillat\w*|CRT-?[DP]|devices?|resynchroni\w*|(?:bi)?ventric\w*|implant\w*)\b/i,
  },
  {
    written: /\bbiops\w+[ -](?:proven|confirmed|verified|documented)\b/i,
    read: '"biopsie',
    meant: /^\b$/,
  },
  {
    written: /\bdiaphragms?\b/i,
    read: 'diaphragme (contraception)',
    meant: /\b(?:contracept\w*|birth|barrier|cap|condoms?|spermicid\w*|pregnan\w*)\b/i,
  },
  {
    written: /\bterminat\w+ (?:of )?(?:the |a |their )?pregnanc/i,
    read: 'pregnan',
    meant: /\bbecom\w+ pregnant\b/i,
  },
  {
    written: /\bstages?\b.{0,60}\bIV\b/i,
    read: 'par perfusion',
    meant: /\b(?:infus\w*|intraven\w*|inject\w*|IV (?:drug|therapy|antibiotic|treatment)s?)\b/i,
  },
  {
    written: /\bPH\b/,
    read: 'Philadelphi',
    meant: /\b(?:philadelphia|bcr|leuk\w+|PH[- ]?positive)\b|PH ?\(?\+/i,
  },
]

const endless = /\b(?:if|when|unless|either|whose)\W*$/i
const footnote = /^\W*\d{1,2}\s?\*/
const beforeOther = /[\s,;](?:or|and\/or)[\s.,;]*$/i
/** "c) …", "o …", "ii. …", "2.1 …": a row of a list in a list. */
const ofRow = /^\s*(?:\(?(?:[a-z]|[A-H]|[ivx]{1,4})\)|(?:[a-z]|[ivx]{2,4})\.|o\s|\d{1,2}\.\d)/
const feasible = /\bfeasib\w*/i
/** "Abnormal liver function: ALT ≤ 2.5 x ULN", "Adequate liver function", among what keeps out. */
const reversed =
  /^\W*(?:(?:adequate|sufficient|normal)\b.{0,60}\d|(?:abnormal|inadequate|impaired|insufficient|poor)\b.{0,60}?\b(?:ALT|AST|T?BIL|bilirubin|creatinine)\b(?! clear)[^\d,;]{0,12}(?:≤|<|less than))/is
const dated =
  /\b(?:pre|before|prior to|after|since|until)-? ?(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:the )?(?:year )?(?:19|20)\d\d)\b/i
