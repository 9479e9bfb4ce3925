import { tokens } from '../../vocabulary/fold.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { onceAPatient } from './once-a-patient.ts'

/** A thing that a note plainly says is not so of the person: "no gastric varices", "has never had dialysis". */
export interface DeniedPhrase {
  /** Folded and stemmed, without "a", "known", "earlier". */
  readonly words: readonly string[]
  /** `ever`: never until now; `before`: not until this illness ("no earlier chemotherapy"); `now`: only that it is not so now. */
  readonly when: 'ever' | 'before' | 'now'
  /** What stands before the denial in its sentence: it may name the part of the body that was looked at. */
  readonly lead: string
  readonly evidence: Evidence
}

/**
 * The plain denials of an English note. A phrase that goes on ("no pain at rest", "no seizures since 2019") denies only a part
 * and is left; in a list only what "or" closes is denied with the first. Rule `denied-phrase@1`.
 */
export const deniedPhrases = onceAPatient(({ source, lines }: Patient): readonly DeniedPhrase[] =>
  source === 'note' ? lines.slice(0, mostLines).flatMap(({ evidence }) => deniedIn(evidence)) : [],
)

const mostLines = 3_000
const longestLine = 1_000

function deniedIn(evidence: Evidence): DeniedPhrase[] {
  const text = evidence.text.slice(0, longestLine)
  if (!hint.test(text) || ofOthers.test(text)) return []
  const before = [...text.matchAll(cue)].flatMap((match) => {
    const lead = text.slice(0, match.index)
    const when = timeOf(text.slice(match.index))
    const items = itemsAfter(text.slice(match.index + match[0].length))
    const firstOfPast = items.findIndex((item) => past.test(item))
    return items.flatMap((item, at) => {
      const isOfPast = firstOfPast >= 0 && at >= firstOfPast
      return phraseOf(item, { when: isOfPast ? 'before' : when, lead, evidence })
    })
  })
  const after = [...text.matchAll(negativeTests)].flatMap(({ index, groups = {} }) =>
    listed(groups['of'] ?? groups['list'] ?? '').flatMap((item) =>
      phraseOf(item, { when: 'now', lead: text.slice(0, index), evidence }),
    ),
  )
  return [...before, ...after]
}

const hint = /\b(?:no|not|never|without|den(?:y|ies|ied)|negative)\b/i
/** A sentence that speaks of another person, of a doubt or of a rule is not read. */
const ofOthers =
  /\b(?:mother|father|brother|sister|sibling|parent|husband|wife|partner|son|daughter|aunt|uncle|cousin|grand\w+|famil(?:y|ial)|donor|f(?:o)?etus|f(?:o)?etal|rule out|exclude|unless|if|whether|unclear|unknown|risk|possible|possibly|probabl[ey]|not sure|doubt\w*|until)\b/i

const cue =
  /\b(?:(?:has|have|had|having) (?:had |received |undergone |taken |suffered |been given )?no\b|(?:has|have|had|was|were|is) never(?: before)? (?:had|been|received|undergone|taken|used|needed|required|suffered|experienced|developed|smoked)(?: (?:on|given|treated with|diagnosed with|from))?\b|never (?:had|received|took|underwent|used|needed)\b|there (?:is|are|was|were) no\b|(?:shows?|showed|reveal(?:s|ed)?|found|demonstrat(?:es|ed)|with|and) no\b|without\b|denie[sd]\b|no\b)/gi

function timeOf(words: string): DeniedPhrase['when'] {
  return /^(?:(?:\w+ )?never\b|(?:has|have|had|having) (?:had|received|undergone|taken|suffered|been given)\b|(?:\w+ )?(?:no|without|denie[sd]|any) (?:an?y? )?(?:known |personal )?history of\b)/i.test(
    words,
  )
    ? 'ever'
    : 'now'
}

/** What follows a denial: the first thing, and those after it where an "or" closes the list. */
function itemsAfter(rest: string): string[] {
  const clause = /^[^.;:()]*/.exec(rest)?.[0] ?? ''
  const items = clause.split(separator)
  const links = [...clause.matchAll(separator)].map(([link]) => link.trim().replace(/^, ?/, ''))
  const lastOr = links.findLastIndex((link) => /^(?:or|nor)/i.test(link))
  const stop = links.findIndex((link) => /^(?:and|but|which|who|although|while|yet)/i.test(link))
  const isClosed = lastOr >= 0 && (stop < 0 || stop > lastOr)
  return items.slice(0, isClosed ? lastOr + 2 : 1)
}

const separator = /,? (?:or|nor|and|but|which|who|although|while|yet)(?= )|,(?= )/gi

function phraseOf(item: string, rest: Omit<DeniedPhrase, 'words'>): DeniedPhrase[] {
  if (goesOn.test(item) || /\d{2}/.test(item)) return []
  const words = tokens(item.replace(idle, ' '))
  if (words.length === 0 || words.length > 5) return []
  return [{ ...rest, words }]
}

/** A phrase with more after it is only partly denied, and one with a verb is another clause. */
const goesOn =
  /\b(?:in|at|on|during|since|for|after|before|while|today|now|yet|currently|ago|last|this|when|because|from|by|with|to|as|of(?! (?:the )?\w+$)|is|are|was|were|has|had|have|does|do|did|can|could|takes?|uses?|lives?|walks?|but|than|longer|further|more|new|other|residual|recurrent|change|response|improvement|relief|effect|benefit|doubt|need)\b/i
const past = /\b(?:earlier|previous|prior|past)\b/i
const idle =
  /\b(?:an?|any|the|known|earlier|previous|prior|past|personal|history|evidence|signs?|symptoms?|findings?|episodes?|his|her)\b(?: of\b)?/gi

/** "Tests for hepatitis B and HIV are negative", "HIV tests are negative". */
const negativeTests =
  /\b(?:tests?|testing|serolog(?:y|ies)|pcr|cultures?|antibod(?:y|ies)) for (?<of>[^.;:()]{2,90}?) (?:is|are|was|were|came back|remains?) negative\b|(?<![\w-])(?<list>(?:[\w-]+ ){1,4}?)(?:tests?|serolog(?:y|ies)|pcr|antigens?) (?:is|are|was|were|came back) negative\b/gi

function listed(text: string): string[] {
  return text
    .split(/,| and | or /)
    .map((part) => part.trim())
    .filter((part) => part.length > 1)
}
