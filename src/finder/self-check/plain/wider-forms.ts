import type { AskedRule } from '../../../words/language/asked.ts'
import { isWordOfRules } from '../../vocabulary/rule-words.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { birthPhraseOf } from './birth-phrases.ts'
import type { WrittenRule } from './asked-rule.ts'
import { asOneRule, inRows, joinedAsk } from './joined-ask.ts'
import { type RowPiece, cutAtJoints, joinedPieces } from './row-pieces.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import type { ReadAsk, RuleReader } from './rule-reader.ts'
import { everIfPast } from './wider-rule.ts'

/**
 * A rule that is not read as it stands, asked of a wider thing: without the group of people that alone it keeps out, without
 * words that only say which kind of a thing is meant, or by its parts, each read by itself. A no to what is asked tells the
 * rule; a yes leaves it open. Undefined where none of these is read. Rule `wider-forms@1`.
 */
export function widerFormOf(rule: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  const birth = birthPhraseOf(rule)
  if (birth) return { rule: birth, readings: [] }
  if (rule.text.length > mostText || /:\s*$/.test(rule.text)) return undefined
  return unlabelled(rule, reader) ?? byParts(rule, reader) ?? withoutKinds(rule, reader)
}

const mostText = 450

/** "Cohort B only: autoimmune disease": it keeps out those of the cohort; who has no such disease is in none of them. */
function unlabelled({ kind, text }: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  const [, rest] = kind === 'exclusion' ? (label.exec(text) ?? []) : []
  if (rest === undefined) return undefined
  const whole = reader.wholeOrWider({ kind, text: rest })
  return whole && !whole.rule.isTurned
    ? { ...whole, rule: { ...whole.rule, isWide: true } }
    : undefined
}

const label =
  /^\W{0,3}(?:(?:in |for )?(?:cohorts?|parts?|arms?|groups?|phases?|stages?) [\w ,&/-]{1,30}(?: only)?\s?(?:\([^()]{1,40}\))?\s?[:–—-]|for (?:the )?(?:patients|subjects|participants|cohort|part|phase|group)[^:,;.]{0,50}[:,])\s*(\S.{3,})$/iu

/** "Asthma that zorbles, or a stroke with blurgs": each part asked of, where each is read by itself. */
function byParts({ kind, text }: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  if (kind !== 'exclusion' || notOfParts.test(text) || planned.test(text)) return undefined
  const pieces = cutAtJoints(text, rowJoint)
  if (pieces.length < 2 || pieces.length > mostPieces) return undefined
  if (
    ahead.test(
      pieces
        .slice(0, -1)
        .map(({ words }) => words)
        .join(' '),
    )
  )
    return undefined
  const found = partsOf(pieces, (part) => {
    if (/\b(?:as|with|of|including|by|to|and|or|any|in|for|than)\W*$/i.test(part)) return undefined
    const one = reader.wholeOrWider({ kind, text: part })
    return one && !one.rule.isTurned && !isBare(one.rule) ? one : undefined
  })
  if (!found || isOfAnother(found)) return undefined
  const { rules, readings } = joinedAsk(
    found.map((one) => ({ ...one, rule: everIfPast(one.rule, text) })),
  )
  const flat = rules.flatMap((one) =>
    one.ask === 'several' && one.joint === 'or' ? one.rules : [one],
  )
  if (flat.length > mostParts) return undefined
  const rule = asOneRule(inRows(flat), 'or', { isTurned: false, isWide: true })
  return rule && { rule, readings }
}

const mostPieces = 9
const mostParts = 5
/** What is said of one part only may let in, or ask for something. */
const notOfParts =
  /\b(?:must|should|shall|family|relatives?|siblings?|parents?|mothers?|fathers?|partners?|household|donors?|at least (?:two|2|three|3)|two or more|2 or more)\b/i
const planned = /\b(?:plan\w*|anticipat\w*|expected|intend\w*|schedul\w*)\b/i
/** What is impossible or suspected is so of each part after it, too. */
const ahead =
  /\b(?:plan\w*|anticipat\w*|expected|intend\w*|schedul\w*|inability|unable|cannot|unwilling|refus\w+|suspected|candidates?|waiting|risk|lack|absence|without|no|not|negative|allerg\w*|hypersensitiv\w*|intoleran\w*|contraindicat\w*)\b/i

const rowJoint = /(,\s+(?:and\/or |or )?|;\s*(?:or )?|\s+(?:and\/or|or)\s+)/i

/**
 * Two parts or more that are read, each of up to four pieces, one after another to the end. From the end on, and only what is
 * followed by parts that are read: no row of pieces is read twice, nor the rule as a whole again.
 */
function partsOf(
  pieces: readonly RowPiece[],
  read: (part: string) => ReadAsk | undefined,
): readonly ReadAsk[] | undefined {
  const found: (readonly ReadAsk[] | undefined)[] = []
  found[pieces.length] = []
  for (let from = pieces.length - 1; from >= 0; from--)
    for (let end = from + 1; end <= from + mostInPart && !found[from]; end++) {
      const rest = found[end]
      const isWhole = from === 0 && end === pieces.length
      const one = rest && !isWhole ? read(joinedPieces(pieces.slice(from, end))) : undefined
      if (one && rest) found[from] = [one, ...rest]
    }
  return found[0]
}

const mostInPart = 4

/** "Allergy tablets for cashew or pistachio": what is given in a part after one that is not may be of that part. */
function isOfAnother(parts: readonly ReadAsk[]): boolean {
  const isGiven = ({ rule }: ReadAsk): boolean =>
    rule.ask === 'things' &&
    rule.what.things.every(
      (one) => isThing(one) && one.name.kind === 'given' && one.name.mark === 'mass',
    )
  const [first] = parts
  if (first && isGiven(first) && !first.rule.isWide) return false
  return parts.some(
    (one) =>
      isGiven(one) ||
      (one.rule.ask === 'things' &&
        one.rule.what.things.some(
          (thing) =>
            isThing(thing) &&
            thing.name.fr === 'médicament' &&
            thing.like.length + thing.tails.length === 0,
        )),
  )
}

/** What one can or would do, or speaks, is said in a verb, which may be of the part before it. */
function isBare(rule: AskedRule): boolean {
  return rule.ask === 'doing' || rule.ask === 'speaks' || isOfExams(rule)
}

/** "A finding by history, examination or ECG": everybody was examined, and that is no rule. */
function isOfExams(rule: AskedRule): boolean {
  if (rule.ask !== 'things') return false
  return rule.what.things.every((one) => isThing(one) && one.name.kind === 'exam')
}

/** "Unoperated constrictive asthma": words of which only the ending is read, which says that they tell what a thing is like. */
function withoutKinds({ kind, text }: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  const found = [...text.matchAll(kindWord)].filter(
    ({ 0: word, 1: like = '', 2: next = '' }) =>
      !isWordOfRules(tokens(like).at(-1) ?? '') && !noKind.test(word) && !meantByIt.test(next),
  )
  if (found.length === 0 || found.length > mostKinds) return undefined
  let plain = text
  for (const { index, 1: like = '' } of found.toReversed())
    plain = plain.slice(0, index) + plain.slice(index + like.length).trimStart()
  const one = reader.wholeOrWider({ kind, text: plain })
  if (!one || one.rule.ask !== 'things' || !one.rule.what.things.every(isThing)) return undefined
  if (
    one.rule.what.things.some(
      (thing) =>
        isThing(thing) &&
        generic.test(thing.name.fr) &&
        thing.tails.length + thing.like.length === 0,
    )
  )
    return undefined
  return { ...one, rule: { ...one.rule, isWide: true } }
}

const mostKinds = 4
const kindWord =
  /(?<![\p{L}-])((?:[Nn]on-? ?)?\p{Lu}?[\p{Ll}-]*\p{Ll}{2,}(?:ic|al|ous|oid|ian|tive|sive|ory|-(?:induced|related|associated|mediated|confirmed|based|dependent|proven|specific|type|onset|resistant|refractory|negative|positive)))\s+(?=(\p{L}[\p{L}-]+))/gu
/** These say when, whose, or whether at all. */
const noKind =
  /\b(?:potential|maternal|paternal|parental|familial|artificial|partial|negative|historic\w*|neonatal|prenatal|perinatal|several|medical|clinical|trial|proposal|referral|arrival|approval|withdrawal|removal|survival|interval|individual|hospital|animal|metal|topic|clinic|music|academic|history|laboratory|memory|category|factory|previous|various|numerous|serious|anonymous|relative|respective|consecutive|spousal|fetal|foetal|optional|normal|total|equal|initial|final|partial|physical|oral|topical|arm|period|criminal)\s/i
/** Which of these is meant, only the word before says. */
const meantByIt =
  /^(?:an(?:a)?esthesia|bypass\w*|stents?|ablations?|infarct\w*|arrests?|attacks?|shocks?|valves?|grafts?|blocks?|flutter|fibrillation|regurgitation|insufficienc\w+|failures?|strokes?|pumps?|angina|angio\w*|catheter\w*|revasculari\w*|pacing|fusions?|depressions?|mania|discharges?|rejections?|tests?|pressures?|rates?|levels?|counts?|ratios?|scores?|index|function|fraction|volume|and|or|for|in|of|to|with|at|on|by|from|is|are|was|were|than|the|a|an)$/i
const generic =
  /^(?:maladie|trouble|problème|médicament|traitement|opération|symptômes?|anomalie|lésion|allergie)$/
