import type { AskedFrame, AskedRule } from '../../../words/language/asked.ts'
import { type WrittenRule, saysKeptOut } from './asked-rule.ts'
import { openTo } from './enough-parts.ts'
import { letsOff, ofSome } from './needed-parts.ts'
import { asOneRule, inRows, joinedAsk } from './joined-ask.ts'
import { namedAlone, tellsSomething, valueAlone } from './named-alone.ts'
import { type RowPiece, cutAtJoints, joinedPieces } from './row-pieces.ts'
import type { ReadAsk, RuleReader } from './rule-reader.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import { everIfPast } from './wider-rule.ts'

/**
 * "Blurged asthma of more than a zorb, diabetes or other quixes": what a rule names among what keeps out is asked, and the site
 * asks the rest. Neither answer tells the rule: a yes is for the site to weigh, a no leaves what was not read. Asked is only what
 * stands in the rule as a thing of its own: nothing of somebody else, and nothing that is let in, planned, denied or feared.
 * Rule `named-things@1`.
 */
export function namedThingsOf(
  { kind, text }: WrittenRule,
  reader: RuleReader,
): ReadAsk | undefined {
  if (text.length > mostText || /:\s*$/.test(text)) return undefined
  const rest = kind === 'exclusion' ? text : text.replace(label, '')
  // "Part E: asthma" asks it of some people alone.
  if (rest !== text && notOfPerson.test(text.slice(0, -rest.length))) return undefined
  const [lead = ''] = kind === 'exclusion' ? [] : (denial.exec(rest) ?? [])
  const without = kind === 'exclusion' ? undefined : negativeOf(rest, reader)
  if (without) return without
  const isTurned = lead !== ''
  const isNeeded = kind !== 'exclusion' && !isTurned
  if (isNeeded && (ofCondition.test(rest) || ofSome.test(text) || saysKeptOut.test(text)))
    return undefined
  const clauses = clausesOf(rest.slice(lead.length), isNeeded)
  // What is denied is denied in its own sentence; what is asked for stands at the beginning.
  const found = (kind === 'exclusion' ? clauses : clauses.slice(0, 1)).flatMap((clause) =>
    namedIn(kind === 'exclusion' ? clause : beforeAnd(clause), reader, isNeeded),
  )
  const { rules, readings } = joinedAsk(shortened(withoutDoubles(found)).slice(0, mostParts))
  const rows = inRows(isNeeded ? rules : rules.map((one) => everIfPast(one, text)))
  const rule = asOneRule(rows, 'or', { isTurned, isPart: true, isWide: true })
  if (isNeeded && rule?.ask === 'things' && isTaken(rule.frame) && !taking.test(rest))
    return undefined
  return rule && { rule: isNeeded && isOneIllness(rule, text) ? asNeeded(rule) : rule, readings }
}

/** "Zorbled asthma of the quix": what is asked for first, where nothing gives a choice, must be. A no tells the rule. */
function isOneIllness(rule: AskedRule, text: string): boolean {
  if (rule.ask !== 'things' || rule.what.things.length > 1) return false
  if (letsOff.test(text) || choosing.test(text)) return false
  return rule.what.things.every((one) => isThing(one) && one.name.kind === undefined)
}

function asNeeded(rule: AskedRule): AskedRule {
  const { isPart: _, ...needed } = rule
  return needed
}

const choosing =
  /\b(?:or|and\/or|also|at risk|suspect\w*|possib\w*|probab\w*|either|versus|vs|any of|with and without|alternative\w*|feasib\w*|medications?|drugs|includ\w+|such as|various)\b|\/|;/i
/** What is asked for is taken where the rule says so: "calcium within normal limits" is a value. */
function isTaken(frame: AskedFrame): boolean {
  return frame === 'take' || frame === 'took'
}

const taking =
  /^(?!.*\b(?:may|can|could) (?:take|use|have|receive|continue))(?!.*\b(?:levels?|limits?|normal|range)\b).*\b(?:receiv\w+|tak(?:e|es|en|ing)|treat\w*|us(?:e|es|ed|ing)|on|prior|previous\w*|therapy|medications?|prescribed|given|administ\w+)\b/is
/** What is of some people only, as the rule begins. */
const ofCondition =
  /^\W*(?:if|when|unless|except|for|in case|in the case|regardless|irrespective|allowed|may|examples?|note|e\.g|i\.e)\b/i

/** Values beside what has a name make a long question: the site has them on paper. */
function shortened(found: readonly ReadAsk[]): readonly ReadAsk[] {
  const named = found.flatMap((ask) => {
    const { rule } = ask
    if (rule.ask !== 'things') return [ask]
    const things = rule.what.things.filter(isThing)
    if (things.length === rule.what.things.length) return [ask]
    const isIll = things.every(({ name }) => name.kind === undefined)
    const frame = rule.frame === 'concerns' && isIll ? 'have' : rule.frame
    const left = { ...rule, frame, what: { ...rule.what, things } }
    return things.length === 0 ? [] : [{ ...ask, rule: left }]
  })
  return named.length > 0 ? named : found
}

/** "HIV negative", "negative for hepatitis B": what must not be. */
function negativeOf(text: string, reader: RuleReader): ReadAsk | undefined {
  const [, before, after] = negative.exec(text) ?? []
  const found = before ?? after
  const ask = found === undefined ? undefined : reader.whole({ kind: 'exclusion', text: found })
  if (!ask || !tellsSomething(ask) || ask.rule.ask !== 'things') return undefined
  if (!ask.rule.what.things.every((one) => isThing(one) && one.name.kind === undefined))
    return undefined
  return { ...ask, rule: { ...ask.rule, isTurned: true, isPart: true, isWide: true } }
}

const people = String.raw`(?:(?:patients|subjects|participants|individuals|must|should|be|are|is|test(?:ed|s|ing)?|known|documented) )*`
const negative = new RegExp(
  String.raw`^\W*${people}(?:([\p{L}][\p{L}\d ,/-]{2,50}?)[ -](?:antibody |antigen |test |serology )?(?:sero-?)?negative|(?:sero-?)?negative (?:test(?:s|ing)? )?(?:for|of) ([\p{L}][\p{L}\d ,/-]{2,60}?))(?: (?:at|on|by|within|infection|status)\b.*)?\W*$`,
  'iu',
)

/** What a rule is filed under. */
const label = /^\W*(?:[\p{L} /-]{3,40}:\s+)+(?=\S)/u
const mostText = 450
const mostParts = 6
/** Words with which what is asked for says that something must not be. */
const denial =
  /^\W*(?:(?:patients|subjects|participants|individuals)\s+)?(?:(?:must|should|who|with|has|have|had|the)\s+)*(?:no|without|absence of|free (?:of|from)|not have(?: had)?(?: an?| any)?)\s+(?:(?:known|clinical|prior|previous|current|active|other|concurrent|evidence|history|of|any|an?|or|past|ongoing|signs|presence|diagnosis)\s+)*(?=\p{L}{3})/iu

/** What is said after "and" may be asked for. */
function beforeAnd(clause: string): string {
  return clause.replace(/,?\s+(?:and|but|with)\s.*$/is, '')
}

/** The clauses of a rule, without brackets and what they let in, that neither let anybody in nor are of somebody else. */
function clausesOf(text: string, isNeeded: boolean): readonly string[] {
  let bare = text
  for (let step = 0; step < 3; step++) bare = bare.replaceAll(/\s*(?:\([^()]*\)|\[[^[\]]*\])/g, '')
  if (/[()[\]]/.test(bare)) return []
  return bare
    .replaceAll(/\bDSM[\s-]*(?:III|IV|V|5)\b(?:-TR)?/gi, 'DSM')
    .replaceAll(/\bICD[\s-]*(?:9|10|11)\b(?:-CM)?/gi, 'DSM')
    .split(/[;!?]\s*|(?<=[\p{L}\d)%]{2})\.\s+(?=[\p{Lu}\d])/u)
    .filter((one) => !notOfPerson.test(isNeeded ? one.replaceAll(asking, ' ') : one))
    .map((one) => one.replace(exception, ''))
}

const exception =
  /[\s,]+\b(?:unless|except\w*|other than|excluding|with the exception|but (?:not|may|can|are|is)|if|when|however|apart from|besides|rather than|provided|although|though|whether|not including|aside from|as opposed to|(?:as )?defined (?:as|by)|definition)\b.*$/is
/** What is asked for must be. */
const asking = /\b(?:must|should|shall|at least (?:one|1))\b/gi
const notOfPerson =
  /\b(?:allowed|permitted|eligible|acceptable|accepted|(?:may|can|could|might) (?:also )?(?:be )?(?:included?|enrol\w*|participate|entered|considered|used|taken|continued?|receive[sd]?|given)|(?:should|must|shall)(?! not| be excluded)|only|not (?:be )?exclu\w+|will be (?!excluded)|famil\w+|relatives?|siblings?|parents?|mothers?|fathers?|maternal|paternal|partners?|spouses?|donors?|households?|close contacts?|caregivers?|controls|control group|cohorts?|arms?|groups?|phases?|parts? [A-Z\d]|fetus|foetus|fetal|foetal|infants? of|instead|at least (?:two|three|2|3|one|1)|(?:two|2|three|3) or more|both|followed by|note|refers?|negative|means)\b/i

/** What one clause names, each piece by itself. */
function namedIn(clause: string, reader: RuleReader, isNeeded: boolean): readonly ReadAsk[] {
  const pieces = cutAtJoints(clause.replace(/[\s.,;]+$/, ''), joint)
  const last = pieces.at(-1)?.words.trim() ?? ''
  const found: ReadAsk[] = []
  let before = ''
  let isShared = false
  for (let at = 0; at < pieces.length;) {
    const row = wholeFrom(pieces, at, reader)
    const text = row?.text ?? pieces[at]?.words.trim() ?? ''
    const isFree = mayStand(before, text) && !ofThose.test(text)
    const read: ReadAsk | undefined = isFree
      ? (row?.ask ??
        namedAlone(text, reader, { isBare: isShared, isNeeded }) ??
        valueAlone(text, reader))
      : undefined
    const ask =
      read && mayBeAsked(isShared ? withoutLikes(read) : read, isNeeded && /:/.test(clause))
    const end = row?.end ?? at + 1
    const isOfLast = end < pieces.length && ofEach.test(last) && ask && isBare(ask.rule)
    if (ask && !isOfLast) found.push(ask)
    const opens =
      !reacting.test(`${before} ${text}`) &&
      /(?:such as|includ\w+|e\.?g\.?|example|like|following|:)\W*$/i.test(
        pieces[end - 1]?.joint ?? '',
      )
    // Examples are of what keeps out, whatever was said of it; what is feared or planned stays so.
    isShared = read === undefined && !opens
    before = opens ? before.replaceAll(openWord, ' ') : `${before} ${text}`
    at = end
  }
  return found
}

const joint =
  /(,?\s+(?:such as|including(?:,? but not limited to)?:?|includes?|e\.?g\.?,?|for example,?|like)\s+|,\s+(?:and\/or |or |and )?|\s+(?:and\/or|or|and|nor|as well as)\s+|:\s+)/i

/** "Penicillin or blurg allergy", "asthma or zorb exacerbation": the last word may be of each. */
const ofEach =
  /\b(?:medications?|medicines?|drugs?|treatments?|therap(?:y|ies)|use|users?|abuse|misuse|dependence|intake|consumption|exacerbations?|attacks?|episodes?|surger(?:y|ies)|operations?|procedures?|implant\w*|transplant\w*|replacements?|tests?|screening|vaccin\w*|hospitali[sz]ations?|admissions?|history|allerg\w*|intolerance|sensitivity|hypersensitivity|reactions?|levels?|counts?|values?|metastas[ei]s|antibod\w+|antigens?|inhibitors?|agents?|products?|positiv\w*|devices?|trials?|stud(?:y|ies)|symptoms?)\W*$/i

/** "Blurg, including those requiring zorb": of the blurg. */
const ofThose =
  /^(?:those|any|these|ones?|cases|patients)\s+(?:requir|need|that|who|which|treated|with|on)/i

/** Whether a piece may stand alone after what was said before it. */
function mayStand(before: string, text: string): boolean {
  if (before.trim() === '' || ownLead.test(text)) return true
  return !spreading.test(before) && !openTo.test(before) && !narrowing.test(before)
}

/** Examples of what one is allergic to are no illnesses and nothing that one takes. */
const reacting =
  /\b(?:allerg\w*|hypersens\w*|intoleran\w*|sensitiv\w*|contra-?indicat\w*|reactions?)\b/i
const openWord = new RegExp(openTo.source, 'gi')
/** What is said of a thing, and may be said of all after it. */
const spreading =
  /\b(?:no|not|without|absence|lack|loss|free|never|neither|non|normal|stop\w*|discontinu\w*|avoid\w*|withdraw\w*|refus\w*|fail(?:s|ed|ing)?|failure (?:to|of)|unable|inability|cannot|unwilling\w*|plan\w*|anticipat\w*|expect\w*|intend\w*|intent\w*|schedul\w*|await\w*|waiting|candidates?|considered|suspect\w*|possib\w*|potential\w*|risks?|predispos\w*|susceptib\w*|likel\w+|need\w*|indicat\w*|contra-?indicat\w*|allerg\w*|hypersens\w*|intoleran\w*|sensitiv\w*|exposure|exposed|prophyla\w*|prevent\w*|vaccin\w*|screen\w*|tests?|tested|adequate\w*|curative\w*|cured|stable|response|resistan\w*|change|dose)\b/i
const narrowing =
  /\b(?:that|which|who|whose|requir\w+|treated|managed|controlled|despite|using|caused|secondary|interfer\w*|affect\w*|defined|until|while|as|at|than|where|because|via|per|associated|related|compatible|consistent)\b/i
const ownLead =
  /^(?:an? |any )?(?:history of|current use|currently (?:taking|using|receiving|on)|presence of|evidence of|diagnosis of|diagnosed with|use of|known|has|have|had|prior|previous|pregnan\w+)\b/i

/** The longest row of up to three pieces from a place on that is read as a whole and tells something. */
function wholeFrom(
  pieces: readonly RowPiece[],
  at: number,
  reader: RuleReader,
): { readonly ask: ReadAsk; readonly text: string; readonly end: number } | undefined {
  for (let end = Math.min(at + 3, pieces.length); end > at; end--) {
    const text = joinedPieces(pieces.slice(at, end))
    const ask = text.length < 4 ? undefined : reader.whole({ kind: 'exclusion', text })
    if (ask && tellsSomething(ask)) return { ask, text, end }
  }
  return undefined
}

/** "Advanced, zorbled or recurrent asthma": what was not read before may be of the same thing. */
function withoutLikes({ rule, readings }: ReadAsk): ReadAsk {
  if (rule.ask !== 'things') return { rule, readings }
  const things = rule.what.things.map((one) => (isThing(one) ? { ...one, like: [] } : one))
  return { rule: { ...rule, what: { ...rule.what, things } }, readings }
}

/** A value after a colon may be that of some people alone. */
function mayBeAsked(ask: ReadAsk, isOfSome: boolean): ReadAsk | undefined {
  const { rule } = ask
  if (!tellsSomething(ask)) return undefined
  const hasValue = rule.ask === 'things' && !rule.what.things.every(isThing)
  return hasValue && isOfSome ? undefined : ask
}

function isBare(rule: AskedRule): boolean {
  return (
    rule.ask === 'things' && rule.what.things.some((one) => isThing(one) && one.tails.length === 0)
  )
}

function withoutDoubles(found: readonly ReadAsk[]): readonly ReadAsk[] {
  const seen = new Set<string>()
  return found.filter(({ rule, readings }) => {
    const key = JSON.stringify({ rule, readings: rule.ask === 'things' ? readings : [] })
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
