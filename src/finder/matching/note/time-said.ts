import type { Cue } from './cues.ts'
import type { NoteSentence } from './note-sentence.ts'
import { cueAfter, cueBefore } from './reach.ts'

/** Whether what stands at characters `start` to `end` is said to be of before, and whether it is said to be over. */
export function timeOf(
  sentence: NoteSentence,
  cues: readonly Cue[],
  start: number,
  end: number,
): { readonly when: 'now' | 'history'; readonly isOver: boolean } {
  const { text } = sentence
  const isFound = wasFound.test(text.slice(Math.max(0, start - 40), start))
  const ended = isFound ? undefined : cueAfter(sentence, cues, 'ended', end)
  const said = cueBefore(sentence, cues, 'past', start)
  const past = said && isFarAfter(text, said, start) ? undefined : said
  const isOver =
    /^\s?:\s?(?:dans l['’]enfance|as a child|(?:in )?childhood|enfance)/i.test(text.slice(end)) ||
    /^(?: (?:as a|in|during) [\p{L} ]{3,20})?,? (?:which )?(?:(?:he|she|they|has|have|had|since|now|long) )*(?:outgr(?:ew|own)|grew out of)(?!\p{L})/iu.test(
      text.slice(end),
    ) ||
    (ended !== undefined &&
      !/^(?:en|in|last|early|late|mid|d[ée]but|fin|mi)[ -]|op[ée]r|trait|treat|repair|retir|pass[ée]|pass|\d|past|r[ée]mission|ago|il y a|dern/i.test(
        text.slice(ended.start, ended.end),
      )) ||
    (past !== undefined &&
      /^(?:ex|former|resolved|recovered|ancien|gu[ée]ri)/i.test(text.slice(past.start, past.end)))
  const year = /^[^,;.:\n]{0,20}?\s\(?(?:in |en )?(?:19|20)\d\d\b/i.exec(text.slice(end))?.[0]
  const isDated = year !== undefined && !/since|depuis|dx|diag|from|dès/i.test(year)
  const answer =
    /^\s?:\s?\(?(?:en |in )?(?:(?:19|20)\d\d(?!\d)|dans l['’]enfance|as a child|(?:in )?childhood|enfance)/i.exec(
      text.slice(end),
    )
  const isPast =
    answer !== null ||
    ended !== undefined ||
    past !== undefined ||
    isDated ||
    ofBefore.test(text.slice(end, end + 44)) ||
    atAnAge.test(text.slice(end, end + 30)) ||
    sentence.section === 'history' ||
    causesEnd.test(text.slice(Math.max(0, start - 64), start)) ||
    /^\s*,?\s*(?:then |and )?(?:stopped|discontinued|arr[êe]t[ée])/i.test(text.slice(end, end + 20))
  return { when: isPast ? 'history' : 'now', isOver }
}

/** "Was diagnosed with myeloma a year ago": since then, not until then. */
const wasFound =
  /(?:(?<!\p{L})(?:diagnosed|found|trouv[ée]|d[ée]couvert|diagnostiqu[ée])e?)(?: (?:with|to have|une?|an?|le|la|les|de|des))*\s$/iu

/** "Sequestration at 14 months", "PET with first baby": what a time of life or another pregnancy had. */
const ofBefore =
  /^[^.;,:()]{0,12} (?:(?:at|aged|at age|at the age of|when aged?) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:months?|years?)(?! (?:of )?(?:follow|after|post))|(?<=aged? \w+)(?=[.,;]|$))|at \d{1,2}(?=\s*[,.;]|\s*$| (?:without|with(?= (?:no|full|residual))))|(?:with|in|during|after) (?:(?:her|my|the) )?(?:first|second|third|last|previous|prior|earlier|other|1st|2nd|3rd) (?:baby|pregnancy|child|delivery|labour)|(?:lors d|pendant|durant|au cours d|à|pour|apr[èe]s)(?:e |['’]|es )?(?:la |sa |ses |une |l['’])?(?:(?:premi[èe]re|deuxi[èe]me|seconde|troisi[èe]me|derni[èe]re|1 ?[èe]?re|2 ?[èe]?me|autre|pr[ée]c[ée]dente|ant[ée]rieure)s? (?:grossesse|accouchement)s?|(?:grossesse|accouchement)s? (?:pr[ée]c[ée]dente?|ant[ée]rieure?)s?))(?!\p{L})/iu

/** « Une bronchiolite à 6 mois »: the age that it was had at. */
const atAnAge = /^ (?:à|vers) (?:l['’][âa]ge de )?\d+ (?:jours?|semaines?|mois)(?= ?[,;.)]| ?$)/iu

/** What a medicine was stopped for is over with it: "stopped (pancreatitis)", "arrêté pour dépression". */
const causesEnd =
  /(?:stopp\p{L}+|discontinu\p{L}+|withdrawn|intoleran\p{L}+|arr[êe]t[ée]\p{L}*|cess[ée]\p{L}*|supprim\p{L}+|suspendu\p{L}*|retir[ée]\p{L}*|interromp\p{L}+|caused|led to|resulted in|provoqu[ée]\p{L}*|entra[îi]n[ée]\p{L}*|support[ée]\p{L}*|tol[ée]r[ée]\p{L}*)(?: (?:in |en |after |at |apr[èe]s )?[^\s,.;:()]+){0,3}\s*(?:(?:because|becuase|cos|as) (?:it|they)(?: (?:was|were|made|gave|caused|left))?(?: (?:him|her|me))?(?= )|for|after|due to|d\/t|because of|owing to|pour|suite à|en raison d['’eu]|à cause d['’eu]|\(|:|, (?=no))(?: (?:a|an|une?|severe|s[ée]v[èe]re|la|le|l['’]|de|d['’])){0,2}(?:(?: [^\s,.;:()]+){1,3} (?:et|and)(?: une?| de)?)?(?: (?:[ldn]['’])?[^\s,.;:()'’]*['’]?)?\s*$/iu

/** "After" reaches what stands with it, not all that follows, and "ex-" and "former" the one word that they are of. */
function isFarAfter(text: string, { start, end }: Cue, at: number): boolean {
  if (/^(?:ex|former(?:ly)?|ancien(?:ne)?s?)$/i.test(text.slice(start, end)))
    return text.slice(end, at).includes(',')
  if (!/^(?:after|following|apr[èe]s|pendant|lors)/i.test(text.slice(start, end))) return false
  return at - end > 16 || text.slice(end, at).includes(',')
}
