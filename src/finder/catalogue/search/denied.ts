import { fold } from '../../vocabulary/fold.ts'
import { isBetweenDenial, isDenial } from '../../vocabulary/small-words.ts'
import type { WordSpan } from './word-spans.ts'

/** Whether an illness is denied where it is named: "no diabetes", "cancer free", "lupus? No, it is not". */
export function isDeniedIllness(
  { start, end }: WordSpan,
  words: readonly string[],
  isSentence: boolean,
): boolean {
  // "Cancer free survival" are keywords.
  const isLast = isSentence || words.length === end + 1
  if (isLast && /^free$/i.test((words[end] ?? '').replace(/[^\p{L}]+$/u, ''))) return true
  if (deniedBefore.test(words.slice(Math.max(0, start - 7), start).join(' '))) return true
  if (isDeniedAfter(words, start, end)) return true
  for (let at = start - 1; at >= Math.max(0, start - 3); at--) {
    const word = (words[at] ?? '').replace(/^[^\p{L}]+/u, '')
    if (/[.,;:!?)]$/.test(word)) return false
    if (isDenial(word)) return true
    // "Je n'arrive pas à arrêter l'alcool" denies nothing.
    if (!isBetweenDenial(word) || word === 'à' || /arriv/i.test(words[at - 2] ?? '')) return false
  }
  return false
}

/** "negative for HIV", "ruled out lupus", "no family history of cancer". */
const deniedBefore =
  /(?<!\p{L})(?:(?:not|don['’]?t|doesn['’]?t|no longer) (?:really )?(?:looking for|want(?:ing)?|keen on|interested in)|(?:veu[xt]|veulent|voulons|cherch\p{L}+|souhait\p{L}+) (?:pas|plus)(?: de| d['’]| une?)?|negative for|free (?:of|from)|ruled? out|(?:not|never|n['’]?t|(?:was|is|has|were|did|does)n['’]?t) (?:actually |really |yet |formally |officially )?(?:been |be )?(?:diagnosed|confirmed)(?: (?:with|as|to have|as having))?|(?:pas|jamais|plus)(?: encore)?(?: [ée]t[ée])?(?: vraiment)? (?:diagnosti\p{L}+|confirm[ée]\p{L}*|atteinte?s?)(?: (?:comme|de|du|des|avec|pour)(?: l['’])?| d['’]une?| d['’])?|(?:no longer|not any ?more|don['’]?t|doesn['’]?t)(?: \p{L}+)? (?:have|has|had|got)|cured (?:of|from)|recovered from|(?:n['’]ai|n['’]a|n['’]ont) plus(?: de| d['’]| le| la)?|(?<!(?<!\p{L})a )gu[ée]rie?s? (?:de|du|des|d['’]une?|d['’])(?: (?:mon|ma|son|sa))?|(?:[ée]cart\p{L}+|[ée]limin\p{L}+|exclu\p{L}*) (?:une?|le|la|l['’])|n[ée]gati\p{L}+ pour|(?:no|without|denies) (?:(?:any|known|personal|family|past|prior|previous|medical) )*history of|(?:pas |aucun |sans )(?:d['’])?ant[ée]c[ée]dents?(?: (?:familia\p{L}+|personnels?|connus?))*(?: de| d['’]une?| du))(?: (?:an?|the|un|une|le|la|my|his|her))?$/iu

/** Whether what is denied there was once: "cured of …", "no longer have …", « guéri ». */
export function isEndedIllness({ start, end }: WordSpan, words: readonly string[]): boolean {
  const after = fold(words.slice(end, end + 7).join(' '))
  return (
    endedBefore.test(words.slice(Math.max(0, start - 7), start).join(' ')) || allClear.test(after)
  )
}

const endedBefore =
  /(?<!\p{L})(?:cured (?:of|from)|recovered from|no longer (?:have|has|got)|(?:n['’]ai|n['’]a|n['’]ont) plus(?: de| d['’]| le| la)?|gu[ée]rie?s? (?:de|du|des|d['’]une?|d['’])(?: (?:mon|ma|son|sa))?)(?: (?:an?|the|un|une|le|la|my|his|her))?$/iu

/** "They thought it was asthma but it is not", "the test for HIV came back negative". */
function isDeniedAfter(words: readonly string[], start: number, end: number): boolean {
  if (/[.;!?]$/.test(words[end - 1] ?? '')) return false
  const after = fold(words.slice(end, end + 7).join(' '))
  if (
    isNegative.test(after) ||
    takenBack.test(after) ||
    answered.test(after) ||
    allClear.test(after) ||
    ruledOut.test(after)
  )
    return true
  const before = fold(words.slice(Math.max(0, start - 4), start).join(' '))
  return tested.test(before) && cameNegative.test(after)
}

/** "HIV negative", « hépatite C négative »: a result, and no word of another name ("negative symptoms"). */
const isNegative =
  /^(?:(?:status|test|serology|serologie|antibod\w*|antigen\w*|is|was|est) )*(?:negative|negatif|negatifs|negatives|neg)(?=$|[\s,.;!?)])(?! (?:symptoms?|symptomes?|results? for|breast|for|pour|thoughts?|pressure))/
const takenBack =
  /^(?:,? ?(?:but|mais) (?:it|that|this|they|ce|c)['’ ]?(?:is|was|were|n['’]?est|n['’]?etait|s)? ?(?:n['’]?t|not|pas)(?: ca| le cas| that| so)?(?:$|[.,;!?]))/
/** "Lupus ruled out", « lupus exclu »: looked for, and not found. */
const ruledOut =
  /^(?:(?:is|was|were|has been|have been|been|now|est|etait|a ete|ont ete) )*(?:ruled out|excluded(?=[,;.]|$)|(?:not|never) (?:confirmed|diagnosed)|exclue?s?|ecartee?s?|eliminee?s?(?=[,;.]|$)|infirmee?s?|pas (?:confirmee?s?|retrouvee?s?|diagnostiquee?s?)|(?:test|tests) (?:was |were |is |came back )?(?:negative|negatifs?))(?![a-z])/
/** "Hypertension non, diabète oui", « chimio refusée »: an answer behind each. */
const answered =
  /^(?:non?|refusee?s?|refused|declined|(?:(?:sont|est|was|were) )?(?:pas|mal|not|non|badly|poorly) (?:toler|support)\w*)(?:[,;.]|$)/
/** "Cancer all clear", « cancer guéri »: it is over. */
const allClear =
  /^(?:is |was |has been |now |est |etait |a ete )?(?:(?:now |completely )?(?:all clear|gone away|gone now|cured)|(?:enfin |completement )?guerie?s?)(?:$|[\s,.;!?])(?! ?(?:by|with|par|avec|grace)(?:$|\s))/
const tested =
  /(?:^|\s)(?:tests?|tested|testing|screen(?:ing|ed)?|depistage|teste|serologie)(?:$|\s)/
const cameNegative = /^(?:\S+ ){0,3}(?:negative?s?|negatif|clear)(?:$|[\s.,;!?])/

/** Whether a word is the result that denies an illness before it ("negative"): it is not looked for either. */
export function isResult(words: readonly string[], end: number, at: number): boolean {
  return at === end && /^n[ée]g(?:ati\p{L}+)?\P{L}*$/iu.test(words[at] ?? '')
}

/** Whether a word says what somebody is, had or may be given, and is denied where it stands: "not pregnant", « jamais fumé », "no placebo". */
export function isDeniedState({ start, end }: WordSpan, words: readonly string[]): boolean {
  const word = fold(words[start] ?? '')
  if (!isDeniedIllness({ start, end }, words, false)) return false
  return states.test(word) || (without.test(fold(words[start - 1] ?? '')) && !idle.test(word))
}

/** What follows these at once is not wanted, whatever it is: « sans ablation ». */
const without = /^\P{L}*(?:without|sans)$/u
const idle =
  /^\P{L}*(?:success?|succes|relief|result\w*|resultat\w*|reason|raison|cause|effet|effect|luck|arret|cesse|amelioration|improvement|answers?|reponse|assurance|insurance|papiers|solution|espoir|hope)\P{L}*$/u

const states =
  /^\P{L}*(?:(?:d|l)['’])?(?:pregnan\w*|enceinte|grossesse|smok(?:er?|ed|ing)|fum(?:e|er|eur|euse|ee)|drink(?:s|er|ing)?|breast-?feed\w*|allait\w*|menopaus\w*|surger\w*|operat(?:ed|ion)|operee?|chirurgie|chemo\w*|chimio\w*|radio-?therap\w*|transplant\w*|greff\w*|vaccin\w*|steroids?|cortisone|corticoides?|biops\w*|dialys\w*|placebos?|statin\w*|pacemakers?|electrochocs?|ect|hormon\w*|inject\w*|piqures?|needles?|aiguilles?|perfusions?|infusions?|pills?|tablets?|comprim\w*|cachets?|antibio\w*|anti-?depress\w*|opio\w*|immuno-?therap\w*|insuline?|implant\w*|amputat\w*|hospitali\w*|irradiat\w*|radiation|rayons|anesthes\w*|anaesthes\w*)\P{L}*$/u
