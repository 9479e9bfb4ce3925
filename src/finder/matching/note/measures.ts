import type { Comparator } from '../../eligibility/facts.ts'
import type { Measured } from '../patient/patient.ts'
import { classesOf } from './classes.ts'
import { type MeasureNamed, measureNamesIn, type NoteMeasure } from './measure-names.ts'
import type { NoteSentence } from './note-sentence.ts'
import { unitAt } from './note-units.ts'
import { pressuresIn } from './pressures.ts'
import type { NoteSpan } from './span.ts'
import { otherValuesIn } from './other-values.ts'

/** Laboratory and vital values in a sentence, those of before marked: "PSA was 84 ng/mL, now 0.9", "TA 13/8". */
export function measuresIn(sentence: NoteSentence): Measured[] {
  const { text, start, end, section } = sentence
  if (section === 'family') return []
  const evidence = { text, start, end }
  const classes = classesOf(sentence).map((one) => ({ ...one, evidence }))
  if (!/\d/.test(text)) return classes
  const pressures = pressuresIn(text)
  const taken: NoteSpan[] = pressures.map(({ from, to }) => ({ from, to }))
  const found = pressures.map(({ what, value, isEarlier }): Omit<Measured, 'evidence'> => ({
    what,
    value,
    unit: 'mm[Hg]',
    ...(isEarlier && { earlier: true as const }),
  }))
  const named = measureNamesIn(text).filter((one) => !isOfFluid(text, one))
  named.forEach((one, index) => {
    const until = endOf(text, one, named[index + 1])
    found.push(...valuesOf(text, one, until, taken))
  })
  found.push(...otherValuesIn(text, taken))
  const values = found.slice(0, mostInSentence).map((one) => ({ ...one, evidence }))
  return [...values, ...classes.filter(({ what }) => !values.some((one) => one.what === what))]
}

const mostInSentence = 80

/** "LP: WBC 2", "ascitic fluid protein 18 g/L": what is in another fluid is no value of the blood. */
function isOfFluid(text: string, { measure: { code }, start }: MeasureNamed): boolean {
  return ofBlood.test(code) && fluid.test(text.slice(0, start))
}

const ofBlood =
  /^(?:leukocytes|neutrophils|lymphocytes|eosinophils|erythrocytes|glucose|protein|totalProtein|albumin|ldh|lactate|blood pH|creatinine|amylase|triglycerides|hematocrit)$/
const fluid =
  /(?<!\p{L})(?:LP|lumbar puncture|(?:pleural|ascitic|synovial|peritoneal|joint|drain|pericardial) fluid|aspirate|tap|PL|LCR|ponction (?:lombaire|d['’]ascite|pleurale)|liquide (?:pleural|d['’]ascite|articulaire|p[ée]riton[ée]al)|dipstick|urinalysis|UA|ECBU|bandelette)(?!\p{L})[^.;]{0,60}$/iu

/** The values of a measure end where the next is named, or a new statement begins. */
function endOf(text: string, { end }: MeasureNamed, next: MeasureNamed | undefined): number {
  const limit = next?.start ?? text.length
  const stop = /[;•|]|\.\s+(?=\p{Lu})|\n\s*[-•*]|\b(?:bone|IRM|scanner|CT|MRI)\b/u.exec(
    text.slice(end, limit),
  )
  return stop ? end + stop.index : limit
}

const number =
  /(?<![\p{L}\d.,])[34]\d°\d(?!\d)|(?<![\p{L}\d.,/^+-])(?:\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,7}(?:[.,]\d{1,4})?)(?!\d|[.,]\d|\/\d{4})|(?<=\s|:)-\d(?:[.,]\d)?/gu

/** Signs before a value that is a bound. */
const signs: Readonly<Record<string, Comparator>> = {
  '<': '<',
  '>': '>',
  '≤': '<=',
  '≥': '>=',
  '<=': '<=',
  '>=': '>=',
}

interface Value {
  readonly comparator: Comparator | undefined
  readonly value: string
  readonly unit: string | undefined
  readonly from: number
  readonly to: number
}

function valuesOf(
  text: string,
  { measure, end }: MeasureNamed,
  until: number,
  taken: NoteSpan[],
): Omit<Measured, 'evidence'>[] {
  const values: Value[] = []
  for (const match of text.slice(end, until).matchAll(number)) {
    const from = end + match.index
    if (taken.some((span) => from >= span.from && from < span.to)) continue
    const last = values.at(-1)
    const between = text.slice(last?.to ?? end, from)
    const isNext = last && (isNextValue(between) || isChange(text.slice(end, last.from), between))
    if (last ? !isNext : !isNearName(between)) {
      if (last) break
      continue
    }
    const to = from + match[0].length
    const unit = unitAt(text.slice(to, to + 30), measure.kind)
    if (!unit && /^(?:19|20)\d\d$/.test(match[0])) continue
    if (notAValue.test(text.slice(to, to + 14)) && !unit) continue
    if (last && !unit && event.test(between) && /^\s?\p{L}/u.test(text.slice(to))) break
    if (/\+\s?$/.test(text.slice(Math.max(0, from - 2), from)) && !/^\+?\s$/.test(between)) continue
    if (last && unit && !measure.units.test(unit.unit)) break
    // "CD4 712 (34%)": a share of the cells beside their count.
    if (last && !last.unit && unit?.unit === '%' && measure.kind === 'cells') break
    values.push({
      comparator:
        signs[/(?<!-)[<>≤≥]=?\s*$/.exec(text.slice(Math.max(0, from - 4), from))?.[0].trim() ?? ''],
      value: plainNumber(match[0]),
      unit: unit?.unit,
      from,
      to: to + (unit?.length ?? 0),
    })
  }
  const shared = values.find(({ unit }) => unit !== undefined)?.unit
  const read = values.flatMap((one) => {
    const unit = fitting(measure, one.unit ?? shared, one.value)
    // An erythrocyte sedimentation rate in mm is that of the first hour.
    return unit ? [{ ...one, unit: unit === 'mm' && measure.code === 'esr' ? 'mm/h' : unit }] : []
  })
  for (const { from, to } of read) taken.push({ from, to })
  const earlier = earlierOf(text, end, read)
  return read.map(({ value, unit, comparator, to }, index) => ({
    what: measure.code === 'birthWeight' && index > 0 ? 'weight' : measure.code,
    value,
    unit,
    ...(comparator && { comparator }),
    ...upperLimitAt(text.slice(to, to + 40)),
    ...(earlier[index] && { earlier: true as const }),
  }))
}

/** "(ULN 40)", "(upper limit 40)", "(N < 40)": what the laboratory holds for the most that is normal. */
function upperLimitAt(after: string): { readonly upperLimit?: string } {
  const found = ofLimit.exec(after)?.groups?.['limit']
  return found === undefined ? {} : { upperLimit: plainNumber(found) }
}

const ofLimit =
  /^\s?[([](?:(?:ULN|LSN|upper limit(?: of normal)?|limite sup[ée]rieure(?: de la normale)?)\s?[:=<≤]?|(?:N|nl|normale?|norme|ref)\s?:?\s?[<≤])\s?(?<limit>\d{1,4}(?:[.,]\d+)?)(?![\d–-])/iu

/** What a count, a date, a dose or a length of time is followed by. */
const notAValue =
  /^\s?(?:\+ ?\d|[-–]\s?\d|m ?\d\d(?!\d)|(?:x|fois|times)\b|(?:PA|paquets?|packs?|PY|cigarettes?|cig|verres?|mg|mcg|stones?|st|lbs?|ft|feet|mins?|minutes?|days?|weeks?|months?|years?|yrs?|hours?|ans?|mois|jours?|semaines?|h(?!\d)|j(?!\d)|sem)(?![\p{L}/])|(?<!\s)[hj]\d|\/\d{1,2}\/|(?:st|nd|rd|th)\b)/iu

/** "Passée de 12 à 8,5": the second of two that a verb of change joins. */
function isChange(before: string, between: string): boolean {
  return (
    /(?<!\p{L})(?:pass|descend|remont|mont|tomb|chut|augment|baiss|diminu|am[ée]lior|normalis)\p{L}*\s(?:\p{L}+\s)?de\s$/iu.test(
      before,
    ) && /^\s?à\s$/.test(between)
  )
}

/** Few words, and none that says the number is of something else, may stand between a name and its value. */
function isNearName(between: string): boolean {
  const plain = between
    .replace(/\([^()]{0,60}\)/g, ' ')
    .replace(
      /^\s?(?:(?:has|have|had|is|was|now|been|since) )*(?:fallen|fell|falling|rose|risen|rising|dropped|dropping|drop|went|gone|going|come|came|coming|climbed|crept|jumped|doubled|down|up|decreased|decreasing|increased|increasing|reduced|raised|improved|improving|changed|worsened|worsening|deteriorated|declined|fall|rise|pass[ée]e?|descendue?s?|remont[ée]e?s?|mont[ée]e?s?|tomb[ée]e?s?|chut[ée]e?s?|augment[ée]e?s?|baiss[ée]e?s?|diminu[ée]e?s?)\s(?:down |up )?(?:from|de)\s/i,
      ' ',
    )
  if (
    /[;\d]|\b(?:exon|codon|mutation|variant|deletion|normal range|target|goal|cible|normes?|en raison|cause|car|devant|from|between|entre|per|every|tous les)\b/i.test(
      plain,
    )
  )
    return false
  const words = plain.split(/[^\p{L}]+/u).filter(Boolean)
  return words.length <= 6 && plain.length <= 50 && !/,.*,/.test(plain)
}

/** A further value follows an arrow, "now", "was", a bracket, a comma with its own time. */
function isNextValue(between: string): boolean {
  if (between.length > 44) return false
  const steps =
    /->|→|>|\b(?:then|now|was|were|from|to|puis|contre|vs|baseline|today|yesterday|previously|this morning|current\w*|en|au|[àa]|ce jour|hier|fell|rose|down|up|and|et|on|last|at|in|le|base|habituel\w*|auparavant|pesait|usual\w*|normal\w*|best|baseline|peaked|falling|rising|climbing|repeat|recovered|improved)\b|r[ée]cup[ée]r|\(|,|\//i
  if (range.test(between) || !steps.test(between) || /[;]|\.\s/.test(between)) return false
  return named(between.replace(event, ' ')).every((word) => ofTime.test(word))
}

/** "8.4% before pregnancy, now 6.9%": when the first of two values was measured. */
const event =
  /(?<!\p{L})(?:before|after|at|during|since|avant|apr[èe]s|pendant) (?:[\p{L}'’-]+ ?){1,3}(?=, (?:now|currently|today|recovered|improved|maintenant|actuellement|aujourd['’]hui|r[ée]cup[ée]r\p{L}*)(?: (?:is|at|to|[àa]))?\s?$)/iu

/** A bracket that says what is normal. */
const range = /\(\s*(?:(?:N|VN|nl|normal\w*|norme?s?|ref\w*|ULN|LSN)(?!\p{L})[^)]*|[<>≤≥]=?\s*)$/iu

/** Words between two values that may be the name of something else that is measured. */
function named(between: string): string[] {
  return (between.match(/[\p{L}\d%+-]*\p{L}[\p{L}\d%+/-]*/gu) ?? []).filter(
    (word) => word.length > 1 && unitAt(word, 'conc')?.length !== word.length,
  )
}

const ofTime =
  /^(?:lying|sitting|standing|upright|supine|erect|seated|prone|right|left|eye|rest|exertion|walking|exercise|air|usual\w*|normally|best|worst|climbing|falling|again|then|now|was|were|from|to|puis|contre|vs|baseline|today|yesterday|previous\w*|prior|before|after|this|that|these|morning|evening|current\w*|en|au|aux|ce|cette|jour|matin|hier|fell|fallen|rose|risen|down|up|and|et|on|last|at|in|le|la|les|of|the|il|un|une|une?|deux|trois|two|three|six|is|it|days?|weeks?|months?|years?|yrs?|ago|earlier|later|visit|admission|arrival|discharge|diagnos\w*|presentation|nadir|peak|maximum|max|start|end|follow-?up|repeat\w*|recheck|treatment|week|month|jours?|semaines?|sem|mois|ans?|ann[ée]es?|avant|apr[èe]s|depuis|derni[èe]re?|pr[ée]c[ée]dent\w*|ant[ée]rieur\w*|initial\w*|initially|entr[ée]e|l['’]entr[ée]e|sortie|admission|l['’]admission|arriv[ée]e|d[ée]but|diagnostic|contr[ôo]le|traitement|[ée]tait|est|actuel\w*|aujourd|hui|maintenant|d[ée]sormais|sous|stable|rechec\w*|jan\w*|feb\w*|f[ée]v\w*|mar\w*|apr\w*|avr\w*|ma[iy]\w*|jui?[nl]\w*|aug\w*|ao[ûu]t|sep\w*|oct\w*|nov\w*|d[ée]c\w*|spring|summer|autumn|winter|low|high|lowest|highest|fasting|jeun|soit|ou|or|elle|il|vs|versus|pesait|mesurait|base|habituel\w*|auparavant|about|around|environ|down|dropped|dropping|increased|decreased|improved|improving|recovered|r[ée]cup[ée]r[ée]e?|rising|falling|pass[ée]e?|remont[ée]e?|descendue?|h?\d*h\d*|j\d+|m\d+|d\d+|t[0-2]|s\d+|w\d+)$/iu

function plainNumber(written: string): string {
  const joined = written.replace(/[ \u00A0\u202F]/g, '').replace('°', '.')
  if (/^\d{1,3}(?:,\d{3})+$/.test(joined)) return joined.replaceAll(',', '')
  return joined.replace(',', '.')
}

/** The unit, if the measure may have it; where none is written, the one that its size leaves. */
function fitting(
  measure: NoteMeasure,
  unit: string | undefined,
  value: string,
): string | undefined {
  // "Karnofsky 80 %": a score of a hundred.
  if (unit === '%' && measure.kind === 'score')
    return measure.usual.some(({ most }) => most === 100) ? '1' : undefined
  if (unit !== undefined) return measure.units.test(unit) ? unit : undefined
  const size = Number(value)
  const [only, ...more] = measure.usual.filter(({ least, most }) => size >= least && size <= most)
  return more.length === 0 ? only?.unit : undefined
}

/** Which of several values of one measure are of before. */
function earlierOf(text: string, end: number, values: readonly Value[]): boolean[] {
  const marks = values.map(({ from, to }, index) => {
    const before = text.slice(
      index === 0 ? Math.max(0, end - 2) : (values[index - 1]?.to ?? end),
      from,
    )
    const after = text.slice(to, values[index + 1]?.from ?? to + 30).replace(/[.;(].*$/s, '')
    return {
      isBefore: ofBefore.test(before) || ofBeforeAfter.test(after),
      isNow:
        ofNow.test(before) ||
        ofNowAfter.test(index < values.length - 1 ? after.replace(/,.*$/s, '') : after),
    }
  })
  const steps = values.some(
    ({ from }, index) => index > 0 && arrow.test(text.slice(values[index - 1]?.to ?? 0, from)),
  )
  const someNow = marks.some(({ isNow }) => isNow)
  return marks.map(({ isBefore, isNow }, index) => {
    if (values.length === 1) return isBefore && !isNow
    if (isNow) return false
    if (isBefore || someNow) return true
    return steps && index < values.length - 1
  })
}

const arrow = /->|→|>|\b(?:puis|then|to)\b|r[ée]cup[ée]r[ée]e? [àa] /i
const ofBefore =
  /(?<!\p{L})(?:was|were|baseline|usual(?:ly)?|normal(?:ly)?|best|peaked|previous(?:ly)?|prior|before|nadir|derni[èe]re (?:consultation|valeur)|[ée]tait|ant[ée]rieur\w*|habituel\w*|de forme|(?<=\()base|pesait|vs(?= \d)|versus|(?:pass|descend|remont|mont|tomb|chut|augment|baiss|diminu|am[ée]lior|normalis)\p{L}* de|initial\w*|contre|last (?:week|month|year|visit)|from|anciennement|avant|nadir CD4)(?!\p{L})[^,;]*$|\((?:in |en )?(?:19|20)\d\d ?:? ?$/iu
const ofBeforeAfter =
  /^\s*(?:[,]?\s*)(?:de base|baseline|yesterday|on (?:arrival|admission)|at (?:admission|diagnosis|presentation|baseline|birth)|in (?:spring|summer|autumn|winter|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b|in (?:19|20)\d\d|last (?:week|month|year|visit)|(?:\d+|a|six|three|two) (?:days?|weeks?|months?|years?) ago|before|previously|hier|[àa] l['’](?:entr[ée]e|admission|arriv[ée]e)|au (?:diagnostic|d[ée]but)|il y a|en (?:19|20)\d\d|en (?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)|avant|auparavant|pr[ée]c[ée]demment|d['’]habitude|ant[ée]rieurement|initialement|[àa] la naissance)/i
const ofNow =
  /\b(?:now|today|current(?:ly)?|this morning|actuel\w*|ce jour|aujourd['’]hui|maintenant|d[ée]sormais|latest)\b[^,;]*$/i
const ofNowAfter =
  /^\s*,?\s*(?:now|today|this morning|currently|ce (?:jour|matin)|aujourd['’]hui|actuellement|maintenant|sous )/iu
