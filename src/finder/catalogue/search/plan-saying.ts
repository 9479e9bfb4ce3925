import { tokens } from '../../vocabulary/fold.ts'
import { isStudyId } from '../../registry/study-id.ts'
import { bareWord, withoutElision } from '../../vocabulary/small-words.ts'
import { type Weights, areas } from '../model/fields.ts'
import type { Plan } from '../model/plan.ts'
import { planAbout } from './plan-about.ts'
import { correctedWords, withNamesCorrected } from './correct-words.ts'
import { isResult } from './denied.ts'
import { planEither } from './either.ts'
import { withElisions } from './elided.ts'
import { planKeywords, planNamedDrug } from './plan-keywords.ts'
import { notMeantIn } from './not-meant.ts'
import { type PlanContext, noFindings, noteChoice } from './plan-findings.ts'
import { allOf, planTerms, planWord } from './plan-word.ts'
import { isOfCarerOrDonor } from './of-others.ts'
import { readRun } from './read-run.ts'
import { type WordReading, readingsOf } from './readings.ts'
import type { ReadWords, Run, SaidPiece } from './run.ts'
import { withSlashesApart } from './slashed.ts'

/**
 * Words side by side. In the box for anything, what a person says ("my baby has …") is read: what is recognised must be
 * found, and the other words only put studies first. Keywords must all be found, and are read so only where they are not.
 */
export function planWords(asTyped: readonly string[], context: PlanContext): Plan {
  const { area, exact, findings } = context
  if (exact) return planKeywords(asTyped, context)
  const isAsked = area === 'q' || area === 'cond' || area === 'body'
  const typed = isAsked ? withSlashesApart(withElisions(asTyped, context), context) : asTyped
  if (area === 'cond') return planNames(readRun(keywords(typed, context), context), context)
  if (area !== 'q' && area !== 'body') return planKeywords(keywords(typed, context), context)
  const number = typed.map(bareWord).find((word) => isStudyId(word.toUpperCase()))
  if (number !== undefined) return planKeywords([number], context)
  const run = runOf(typed, context)
  const readings = readingsOf(run)
  findings.readings = Math.max(findings.readings, readings.length)
  findings.isSentence ||= run.isSentence
  const reading = readings[Math.min(context.reading, readings.length - 1)]
  if (reading) return planReading(reading, run, context)
  if (readings.length > 1) noteAbout(run, context)
  if (run.denied.length + run.refused.length > 0) return planUndenied(run, context)
  return run.isSentence ? planTelling(run, context) : planNames(run, context)
}

/** Of keywords, or of a sentence in which nothing else was recognised, what is denied or cannot be taken is not looked for: it may be all. */
function planUndenied(run: Run, context: PlanContext): Plan {
  const { denied, refused, pieces, words, isSentence } = run
  noteDenied(run, context)
  const left = pieces
    .filter((piece) => ![...denied, ...refused].includes(piece) && piece.kind !== 'small')
    .flatMap(({ start, end }) => words.slice(start, end))
  if (left.length === 0) return { kind: 'any', parts: [] }
  if (!isSentence) return planKeywords(left, context)
  return allOf(left.map((word) => planWord(word, { ...context, weights: sayingWeights })))
}

/** Notes what a study must be about, so that keywords are not found in studies of other illnesses alone. */
function noteAbout({ meant: { illnesses } }: Run, context: PlanContext): void {
  const quiet: PlanContext = { ...context, findings: noFindings() }
  const parts = illnesses.flatMap((piece) =>
    piece.kind === 'illness' ? planAbout(piece.concept.term, [], quiet) : [],
  )
  if (parts.length > 0) context.findings.about = { kind: 'any', parts }
}

/** Keywords, of which any one of some names may be enough. */
function planNames(run: Run, context: PlanContext): Plan {
  return run.either.length > 1 ? planEither(run, context) : planKeywords(run.words, context)
}

/** Words with misspelt ones put right. */
function keywords(typed: readonly string[], context: PlanContext): readonly string[] {
  return correctedWords(withNamesCorrected(typed, context), context)
}

/** What words say. They are read once, however many ways there are to plan them. */
function runOf(typed: readonly string[], context: PlanContext): Run {
  const key = `${context.area}\t${typed.join('\t')}`
  const read = context.read.get(key) ?? readWords(typed, context)
  context.read.set(key, read)
  const { corrections } = context.findings
  for (const made of read.corrections)
    if (!corrections.some(({ from }) => from === made.from)) corrections.push({ ...made })
  return read.run
}

function readWords(typed: readonly string[], context: PlanContext): ReadWords {
  const findings = noFindings()
  const own = { ...context, findings }
  const named = withNamesCorrected(typed, own)
  const asTyped = readRun(named, own)
  const run = asTyped.isSentence ? asTyped : readRun(correctedWords(named, own), own)
  return { run, corrections: findings.corrections }
}

/** A sentence in which nothing was recognised: its telling words. One alone may still be a name ("I have lockjaw"). */
function planTelling(run: Run, context: PlanContext): Plan {
  const own: PlanContext = { ...context, weights: sayingWeights }
  const words = tellingWords(run)
  const [word = ''] = words
  const at = run.words.indexOf(word)
  if (words.length === 1 && !notMeantIn(run.words)({ start: at, end: at + 1 }))
    return planKeywords(words, own)
  return allOf(words.map((one) => planWord(withoutElision(one), own)))
}

/** Of a sentence the words that say what is looked for; all, where none does. */
function tellingWords({ pieces, words }: Run): readonly string[] {
  const left = pieces
    .filter(({ kind }) => kind !== 'small')
    .map(({ start, end }) => words.slice(start, end).join(' '))
  return left.length > 0 ? left : words
}

/** Where words of a sentence are looked for of which none was recognised: in what a study is about, not in who runs it. */
const sayingWeights: Weights = { ...areas.q, id: 0, site: 0, people: 0, sponsor: 0, design: 0 }

/** What a reading requires, and beside it what only puts studies first. */
function planReading(reading: WordReading, run: Run, context: PlanContext): Plan {
  const { required, given, isAny } = reading
  const others = run.pieces.filter(
    (piece) =>
      piece.kind !== 'small' &&
      !required.some((one) => isSame(one, piece) && !given.includes(piece)) &&
      !required.includes(piece) &&
      ![...run.denied, ...run.others, ...run.refused].includes(piece),
  )
  noteOthers(others, given, run, context)
  const plan = (piece: SaidPiece): Plan => planPiece(piece, run, context)
  const either = required.filter((piece) => !isAny && run.either.includes(piece))
  context.findings.isEither ||= either.length > 1 || (isAny && required.length > 1)
  const asked = required.filter((piece) => !either.includes(piece)).map(plan)
  if (either.length > 0) asked.unshift({ kind: 'any', parts: either.map(plan) })
  const quiet: PlanContext = { ...context, findings: noFindings() }
  const planned = (pieces: readonly SaidPiece[]): readonly Plan[] =>
    pieces.map((piece) => planPiece(piece, run, quiet))
  return {
    kind: 'ranked',
    part: isAny ? { kind: 'any', parts: asked } : allOf(asked),
    first: planned(isAny ? required : either),
    beside: planned(isOfCarerOrDonor(run.words) ? [...others, ...run.others] : others),
  }
}

/** The same illness: one that is looked for because it is wider than another is made anew. */
function isSame(one: SaidPiece, other: SaidPiece): boolean {
  return one.kind === 'illness' && other.kind === 'illness' && one.concept === other.concept
}

/** Notes what is not required: because it was denied, because no study has all, or because it names nothing. */
function noteOthers(
  others: readonly SaidPiece[],
  given: readonly SaidPiece[],
  run: Run,
  context: PlanContext,
): void {
  const { findings } = context
  const said = saidIn(run)
  noteDenied(run, context)
  for (const piece of others)
    if (run.tried.includes(piece)) continue
    else if (given.includes(piece)) findings.setAside.push({ words: said(piece), isDenied: false })
    else findings.ranked.push(said(piece))
}

function noteDenied(run: Run, { findings }: PlanContext): void {
  const said = saidIn(run)
  for (const piece of run.denied) {
    if (run.denied.some(({ end }) => isResult(run.words, end, piece.start))) continue
    findings.setAside.push({
      words: said(piece),
      isDenied: true,
      ...(run.over.includes(piece) && { isOver: true as const }),
    })
  }
  for (const words of run.others.map(saidIn(run)))
    findings.setAside.push({ words, isDenied: false, isOfOther: true })
  for (const words of run.tried.map(saidIn(run)))
    findings.setAside.push({ words, isDenied: false, treatment: 'tried' })
  for (const words of run.refused.map(saidIn(run)))
    findings.setAside.push({ words, isDenied: false, treatment: 'not tolerated' })
}

function saidIn({ words }: Run): (piece: SaidPiece) => string {
  return ({ start, end }) => words.slice(start, end).join(' ')
}

function planPiece(piece: SaidPiece, run: Run, context: PlanContext): Plan {
  const words = run.words.slice(piece.start, piece.end)
  switch (piece.kind) {
    case 'illness':
      noteChoice(words, piece, context)
      return planAbout(piece.concept.term, words, context)
    case 'medicine':
      return planNamedDrug(piece, context) ?? planKeywords(words, context)
    case 'stage':
      return piece.isSubject
        ? planSubject(piece.english, words, context)
        : planStage(piece.english, words, context)
    case 'word':
    case 'small':
      return planWord(withoutElision(words.join(' ')), context)
  }
}

/** What is looked for itself, in any of the words of records, where a study says what it is about. */
function planSubject(english: string, words: readonly string[], context: PlanContext): Plan {
  const wordings = english.split('|')
  context.findings.stages.push({
    words: words.join(' '),
    english: wordings[0] ?? english,
    isSubject: true,
  })
  const own: PlanContext = { ...context, weights: subjectWeights }
  return { kind: 'any', parts: wordings.map((text) => planTerms(tokens(text), own)) }
}

const { id: _, summary: _s, primaryOutcome: _p, otherOutcome: _o, ...aboutWeights } = areas.q
const subjectWeights: Weights = { ...aboutWeights, sponsor: 0, site: 0, people: 0, design: 0 }

/** A stage in the words of records, or in those typed. */
function planStage(english: string, words: readonly string[], context: PlanContext): Plan {
  context.findings.stages.push({ words: words.join(' '), english })
  // « Métastases osseuses »: records that say no more than "metastatic" may mean them.
  const wider = english.endsWith(' metastases') ? ['metastatic'] : []
  const wordings = new Map(
    [english, words.join(' '), ...wider].map((text) => [tokens(text).join(' '), text]),
  )
  const parts = [...wordings.values()].map((text) => planTerms(tokens(text), context))
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', parts }
}
