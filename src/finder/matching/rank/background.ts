import type { Finding, Line, Patient } from '../patient/patient.ts'

/** What of a record is told as the past, or as a list of what else a person has. */
export interface Background {
  holdsLine(line: Line): boolean
  holdsFinding(finding: Finding): boolean
  /** Whether it is said in the first sentences, which tell what a person comes for. */
  opens(finding: Finding): boolean
}

/**
 * What comes under "Past medical history", "Antécédents" or "Medications", after "history of" in its sentence, or after the
 * opening as what a medicine is taken for ("on warfarin for atrial fibrillation"): a doctor gives it as the background of what
 * the person comes for. Rule `background@2`.
 */
export function backgroundOf({ source, lines }: Patient): Background {
  const isNote = source === 'note'
  const listed = isNote ? listedIn(lines) : new Set<number>()
  const isListed = (start: number | undefined): boolean => start !== undefined && listed.has(start)
  const opening = new Set(lines.slice(0, openingLines).map(({ evidence }) => evidence.start))
  // The resources of a record are in no order.
  const opens = ({ evidence }: Finding): boolean => isNote && opening.has(evidence.start)
  return {
    opens,
    holdsLine: ({ evidence }) => isListed(evidence.start),
    holdsFinding: (finding) => {
      const { when, words, evidence } = finding
      return (
        when === 'history' ||
        isListed(evidence.start) ||
        isAfterHistory(words, evidence.text) ||
        (isNote && !opens(finding) && isTakenFor(words, evidence.text))
      )
    },
  }
}

const openingLines = 2

/** Where the sentences under such a heading begin: up to the next heading, or a sentence about the person. */
function listedIn(lines: readonly Line[]): ReadonlySet<number> {
  const listed = new Set<number>()
  let isUnder = false
  for (const { evidence } of lines) {
    if (backgroundHeading.test(evidence.text)) isUnder = true
    else if (otherHeading.test(evidence.text) || tellsOn.test(evidence.text)) isUnder = false
    if (isUnder && evidence.start !== undefined) listed.add(evidence.start)
  }
  return listed
}

function isAfterHistory(words: string, text: string): boolean {
  const at = text.indexOf(words)
  if (at < 0) return false
  const [after] = historyBefore.exec(text.slice(0, at)) ?? []
  return after !== undefined && !comesFor.test(after)
}

function isTakenFor(words: string, text: string): boolean {
  const at = text.indexOf(words)
  return at >= 0 && takenFor.test(text.slice(0, at))
}

const takenFor =
  /\b(?:takes?|taking|on|uses?|using|maintained on|(?:managed|controlled) (?:with|on|by)|prend|prenant|sous)\b[^.;]{1,80}\b(?:for|pour)(?: (?:an?|the|his|her|their|une?|le|la|son|sa))? ?l?['’]?(?:\p{L}+ ){0,2}$/iu
const backgroundHeading =
  /^\W*(?:past\b[\w ]{0,20}history|(?:medical|surgical|social|family) history|pmhx?|psh|comorbidit\w+|allergies|(?:home |current )?medications?|ant[ée]c[ée]dents?|comorbidit[ée]s|allergies|traitements? (?:habituels?|en cours))\b/i
const otherHeading =
  /^\W*(?:hpi|history of (?:the )?present|chief complaint|physical|exam|assessment|impression|(?:brief )?hospital course|labs?|laboratory|imaging|plan|diagnos\w+|vital|histoire de la maladie|motif|examen|conclusion|biologie|imagerie|diagnostic)/i
const tellsOn = /^\W*(?:he|she|the patient|patient|on|in the|il|elle|le patient|la patiente)\b/i
const historyBefore =
  /\b(?:history|hx|pmhx?|h\/o|s\/p|status post|ant[ée]c[ée]dents? d(?:e|'|’))(?![\w])(?! of (?:the )?present)[^.;]{0,160}$/i
/** "With a history of asthma who presents with …": what follows is no background. */
const comesFor =
  /\b(?:present\w*|admitted|complain\w*|who|referred|brought|came|comes|consulte|adress[ée]e?|hospitalis[ée]e?|se plaint)\b/i
