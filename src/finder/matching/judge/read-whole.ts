import { fold, tokens } from '../../vocabulary/fold.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindOfWhat, kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { allAsked } from './measures-asked.ts'
import { isOpenSaying } from './said-surely.ts'
import { endOfPart, labelBefore, startOfPart, unreadWords, withoutNames } from './read-parts.ts'
import * as known from './known-words.ts'

/** Something that a sentence names, by its words in it, and whether it is denied there. */
interface Mention {
  readonly words: string
  readonly isDenied: boolean
  readonly isMedicine: boolean
}

type Rule = (one: Case) => Judgement | undefined

/**
 * A rule that states something by names, held to sentences that were read to the last word: of each sentence behind it, the part that
 * names the matter, the label before its colon and, where the name is itself the label, what stands behind. A word that is neither a
 * name, nor a value, nor of the closed list of words that leave a statement as it is ("traits", "according to the physiotherapist",
 * "screen") may turn it: then it is not known. Rule `read-whole@1`.
 */
export function readWhole(rule: Rule): Rule {
  return (one) => {
    const judged = rule(one)
    if (!judged || isReadWhole(one, judged)) return judged
    return { ...judged, verdict: 'unknown', reason: 'near what the person has' }
  }
}

function isReadWhole(one: Case, { verdict, reason, evidence }: Judgement): boolean {
  if (one.patient.source !== 'note') return true
  if (verdict !== 'met' && verdict !== 'not met') return true
  if (reason !== 'stated facts' && reason !== 'all of it is said') return true
  const isSaid = (verdict === 'met') === (one.kind === 'inclusion')
  return evidence.every((said) => isSentenceRead(one, said, isSaid))
}

function isSentenceRead(one: Case, said: Evidence, isSaid: boolean): boolean {
  if (isOfValue(one, said)) return !known.again.test(said.text)
  const own = mentionsIn(one.patient, said)
  const sentence: Sentence = {
    text: said.text,
    names: own.map(({ words }) => words),
    asked: new Set(tokens(one.text)),
    starts: new Set(tokens(one.text).flatMap((word) => [...beginnings(word)])),
  }
  const asked = own.filter(askedFor(one, isSaid))
  const telling = asked.filter(({ isDenied }) => isDenied !== isSaid)
  if (asked.length > 0)
    return (telling.length > 0 ? telling : asked).some((mention) =>
      isMentionRead(mention, sentence),
    )
  const written = isSaid ? writtenIn(sentence) : undefined
  return (
    !isOpenSaying(said.text, []) &&
    !known.toCome.test(said.text) &&
    !(written && isDeniedOrOpen(written, said.text))
  )
}

/** A criterion of an age or a number, and a sentence that gives it: the value is read as such. */
function isOfValue(one: Case, said: Evidence): boolean {
  const { text, patient } = one
  const isAge = patient.age !== undefined && isSame(patient.age.evidence, said)
  const given = patient.measures.filter(({ evidence }) => isSame(evidence, said))
  if (!isAge && given.length === 0) return false
  return allAsked(text, one).some((reading) =>
    reading.type === 'measure'
      ? given.some(({ what }) => reading.codes.includes(what))
      : reading.type === 'age' && isAge,
  )
}

function isSame(one: Evidence, other: Evidence): boolean {
  return one === other || (one.start === other.start && one.text === other.text)
}

/** A word of the criterion as the sentence writes it, in whichever language: "splenectomy", « splénectomie ». */
function writtenIn({ text, starts }: Sentence): string | undefined {
  return unreadWords(text).find((one) => one.length > 6 && starts.has(fold(one).slice(0, 6)))
}

/** What is read as said of the person, where the words beside it deny it or leave it open. */
function isDeniedOrOpen(word: string, text: string): boolean {
  const start = text.indexOf(word)
  const end = start + word.length
  const behind = /^[^.,;:()]*:/.exec(text.slice(end))?.[0].length ?? 0
  const part = text.slice(startOfPart(text, start), endOfPart(text, end + behind))
  return known.denies.test(part)
}

function beginnings(word: string): readonly string[] {
  if (word.length < 5) return []
  const own = [word.slice(0, 5), word.slice(0, 6)]
  return [...own, ...(known.inFrench.get(word) ?? [])]
}

interface Sentence {
  readonly text: string
  /** All that was read of it as a name. */
  readonly names: readonly string[]
  /** The words of the criterion: who asks for them has read them. */
  readonly asked: ReadonlySet<string>
  /** How these words begin, in either language. */
  readonly starts: ReadonlySet<string>
}

function mentionsIn({ findings, treatments }: Patient, said: Evidence): readonly Mention[] {
  const isOfIt = ({ evidence }: { readonly evidence: Evidence }) => isSame(evidence, said)
  return [
    ...findings
      .filter((one) => isOfIt(one) && one.rule === undefined)
      .map(({ words, presence, term }) => ({
        words,
        term,
        isDenied: presence === 'absent',
        isMedicine: false,
      })),
    ...treatments.filter(isOfIt).map(({ name, presence }) => ({
      words: name,
      isDenied: presence === 'absent',
      isMedicine: true,
    })),
  ]
}

/** What of a sentence is of the criterion: the same disease, one above or below it, or a name that shares a word with it. */
function askedFor(
  { text, vocabulary }: Case,
  isSaid: boolean,
): (mention: Mention & { term?: string }) => boolean {
  const terms = diseasesAsked(text, vocabulary).map(({ term }) => term)
  const near = new Set(
    terms.flatMap((term) => [...kindsOf(term, vocabulary), ...kindOfWhat(term, vocabulary)]),
  )
  const asked = new Set(tokens(text).filter((word) => word.length > 3))
  return ({ term, words, isMedicine }) =>
    (term !== undefined && near.has(term)) ||
    tokens(words).some((word) => asked.has(word)) ||
    (isSaid && isMedicine && terms.length === 0)
}

function isMentionRead(mention: Mention, sentence: Sentence): boolean {
  const { text } = sentence
  const start = text.toLowerCase().indexOf(mention.words.toLowerCase())
  if (start < 0) return true
  const end = start + mention.words.length
  if (known.ofCourse.test(mention.words) && !sentence.asked.has(tokens(mention.words)[0] ?? ''))
    return false
  if (mention.isDenied && isOfDegree(mention.words, sentence)) return false
  const from = startOfPart(text, start)
  const to = endOfPart(text, end)
  const label = labelBefore(text, from)
  if (label && !isKnownLabel(label, sentence, mention)) return false
  if (known.toCome.test(text)) return false
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  if (!mention.isDenied && known.ofTest.test(after)) return false
  const isLabel = /^[^.,;()]*(?:\([^()]*\)\s?)?:/.test(text.slice(end))
  if (isLabel && !(mention.isDenied && known.denies.test(before)))
    return mention.isDenied
      ? isDeniedLabel(text.slice(end), sentence)
      : isAffirmedLabel(text.slice(end), sentence, mention)
  return (
    isAccounted(before, sentence, mention, 'before') &&
    isAccounted(after, sentence, mention, 'after')
  )
}

function isOfDegree(words: string, { starts }: Sentence): boolean {
  const [degree] = known.ofDegree.exec(words) ?? []
  return degree !== undefined && !starts.has(fold(degree).slice(0, 5))
}

function isKnownLabel(label: string, sentence: Sentence, { isDenied }: Mention): boolean {
  return unreadWords(withoutNames(label, sentence.names)).every(
    (word) =>
      known.ofLabel.test(fold(word)) ||
      (isDenied && known.ofDenial.test(fold(word))) ||
      isOfSentence(word, sentence),
  )
}

/** « Épilepsie : un malaise, EEG prévu »: a name before a colon is said where what is behind says so. */
function isAffirmedLabel(behind: string, sentence: Sentence, { isMedicine }: Mention): boolean {
  const [part = ''] = behind.split(isMedicine ? /[,;.](?=\s|$)/ : /[;.](?=\s|$)/)
  const isSaid = known.affirming.test(part) || (isMedicine && /\d/.test(part))
  return (
    isSaid &&
    unreadWords(withoutNames(part, sentence.names)).every(
      (word) => known.ofStatement.test(fold(word)) || isOfSentence(word, sentence),
    )
  )
}

/** « Prostatectomie antérieure : non »: what denies, and nothing else. */
function isDeniedLabel(behind: string, sentence: Sentence): boolean {
  const [part = ''] = behind.replace(/^[^:]*:/, '').split(/[,;.]/)
  return (
    known.denies.test(part) &&
    unreadWords(part).every(
      (word) => known.ofDenial.test(fold(word)) || isOfSentence(word, sentence),
    )
  )
}

function isAccounted(
  part: string,
  sentence: Sentence,
  { isDenied, isMedicine }: Mention,
  side: 'before' | 'after',
): boolean {
  const isPlain = (word: string): boolean =>
    known.connecting.test(word) ||
    known.ofStatement.test(word) ||
    (side === 'before' && known.qualifying.test(word)) ||
    (isMedicine && known.ofMedicine.test(word))
  if (!isDenied) return isOnly(sidePart(part, side, isMedicine), sentence, isPlain)
  const isOfDenial = (word: string): boolean =>
    known.connecting.test(word) ||
    known.ofDenial.test(word) ||
    (isMedicine && known.ofStatement.test(word))
  const at = side === 'before' ? lastDenial(part) : 0
  return (
    isOnly(part.slice(0, at), sentence, (word) => isPlain(word) || known.ofLabel.test(word)) &&
    isOnly(sidePart(part.slice(at), side, isMedicine), sentence, isOfDenial)
  )
}

/** Where what a denial denies begins: before it stands where was looked ("CT of the brain shows no hemorrhage"). */
function lastDenial(part: string): number {
  let at = 0
  for (const { index } of part.matchAll(known.everyDenial)) at = index
  return at
}

function sidePart(part: string, side: 'before' | 'after', isMedicine: boolean): string {
  if (side === 'before') return part.replace(known.broughtBy, ' ')
  const rest = part.replace(known.aside, ' ').replace(known.oneMore, ' ')
  return isMedicine ? rest.replace(known.indication, ' ') : rest
}

function isOnly(part: string, sentence: Sentence, isRead: (word: string) => boolean): boolean {
  return unreadWords(withoutNames(part, sentence.names)).every(
    (word) => isOfSentence(word, sentence) || isRead(fold(word)),
  )
}

function isOfSentence(word: string, { asked, starts }: Sentence): boolean {
  if (known.sign.test(word) || tokens(word).every((one) => asked.has(one))) return true
  const form = fold(word)
  return form.length > 4 && starts.has(form.slice(0, 5))
}
