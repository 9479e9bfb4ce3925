import { tokens } from '../../vocabulary/fold.ts'
import type { AskedMedicine, AskedTreatment } from './medicines.ts'
import { askedWords, withoutParts } from './words.ts'

/** How a criterion that asks of treatments alone asks of them. */
export interface TreatmentForm {
  /** "No systemic corticosteroids", "not taking", "naive to". */
  readonly isDenied: boolean
  /** Having had one before is enough: "prior", "history of", "ever". */
  readonly asksEver: boolean
  /** All of those named, not one of them: "aspirin and clopidogrel". */
  readonly isAll: boolean
}

/**
 * The form of a criterion that asks of these treatments and of nothing else; undefined where it has words, a dose, a time
 * or an exception that could turn it. A time that ends today ("within 3 months before screening") is read: what is taken
 * now is within it. Rule `treatment-form@1`.
 */
export function formOf(text: string, asked: readonly AskedTreatment[]): TreatmentForm | undefined {
  const rest = withoutNames(text, asked).replace(untilToday, ' ')
  if (/\d/.test(rest) || turning.test(rest)) return undefined
  const others = askedWords(rest).filter((word) => !taking.test(word))
  if (others.some((word) => !likeMedicine.test(word))) return undefined
  const denials = rest.match(denial) ?? []
  if (denials.length > 1 || (denials.length === 1 && !leads.test(rest))) return undefined
  const isDenied = denials.length === 1
  const isJoined = /\b(?:and|et|plus|with)\b|\+|&/i.test(between(text, asked))
  const isOr = /\b(?:or|ou|and\/or)\b|\//i.test(rest)
  if (isJoined && (isOr || others.length > 0)) return undefined
  return { isDenied, asksEver: ever.test(rest), isAll: isJoined && !isDenied }
}

function withoutNames(text: string, asked: readonly AskedTreatment[]): string {
  let rest = withoutParts(text, placedIn(asked))
  for (const one of asked)
    if ('name' in one)
      for (const word of tokens(one.name))
        rest = rest.replace(
          new RegExp(String.raw`(?<!\p{L})${escaped(word)}\p{L}{0,2}(?!\p{L})`, 'giu'),
          ' ',
        )
  return rest
}

function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, String.raw`\$&`)
}

/** What stands between the first and the last treatment. */
function between(text: string, asked: readonly AskedTreatment[]): string {
  const placed = placedIn(asked)
  return placed
    .slice(1)
    .map(({ start }, at) => text.slice(placed[at]?.end ?? start, start))
    .join(' ')
}

function placedIn(asked: readonly AskedTreatment[]): readonly AskedMedicine[] {
  return asked.flatMap((one) => ('name' in one ? [] : [one]))
}

const number = String.raw`(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)`
const today = String.raw`(?:the )?(?:screening|enrol?lment|inclusion|randomi[sz]ation|baseline|study|trial|entry|registration|start|first dose|day 1|visit|consent)`
/** A time that ends today: with "before the study" after it, or with nothing. */
const untilToday = new RegExp(
  String.raw`\b(?:with)?in (?:the )?(?:last |past |previous |preceding |prior )?${number} (?:days?|weeks?|months?|years?)(?: (?:prior to|before|preceding|of) ${today}(?: (?:visit|entry|start|enrol?lment|drug|treatment|medication|inclusion|randomi[sz]ation))*)?(?=\s*[.;,)]|\s*$|\s+(?:or|and)\b)`,
  'gi',
)

/** What makes a treatment another: its failure, its need, an exception, a change. */
const turning =
  /\b(?:to (?:be|start|receive|begin)|will|candidates?|except\w*|unless|other than|apart from|besides|if|must|should|may|stop\w*|discontinu\w*|planned|plans?|after|since|until|at least|more than|less than|stable|chronic\w*|long[- ]term|need\w*|requir\w*|fail\w*|respon\w*|refractory|resistan\w*|intoleran\w*|allerg\w*|hypersens\w*|contra\w*|(?:with)?in|during|for|only|low|high)\b|[<>≤≥%]/i

const denial =
  /\b(?:no|not|without|never|free of|absence of|aucune?|sans|pas de|pas d)\b|\b(?:na[iï]ve)\b/gi
/** A denial is read where it opens the criterion. */
const leads =
  /^\W*(?:(?:patients?|subjects?|participants?|individuals?|people|adults?|who|are|is|have|has|had|with|currently|must|be|being) ){0,6}(?:no|not|without|never|free of|absence of|aucune?|sans|pas de|pas d)\b|^\W*\S*\s*-?\s*na[iï]ve\b|\bna[iï]ve to\b/i
const ever =
  /\b(?:prior|previous(?:ly)?|past|history|ever|never|before|received|na[iï]ve|antécédents?)\b/i

const taking =
  /^(?:tak(?:e|ing|en)|use[ds]?|using|user|receiv\w*|treat\w*|therap\w*|medication|medicine|drug|agent|ongoing|concomitant\w*|concurrent\w*|administration|intake|exposure|exposed|need|currently|simultaneous\w*|anticipat\w*|undergo\w*|daily|regular\w*|naive|naïve|ever|never|prise|traitement|actuel\w*|cour|without|free|absence|already|systemic|monoclonal|antibod\w*|molecule|previous\w*|based|class|similar|related|kind|product|preparation)$/

/** A medicine that no list of ours has, by the end of its name. */
const likeMedicine =
  /(?:mab|tinib|domide|ciclib|rafenib|parib|lisib|platin|taxel|rubicin|gliptin|gliflozin|glutide|sartan|xaban|limus|cept|kinra|zomib|clax|siran|degib|nersen)$/
