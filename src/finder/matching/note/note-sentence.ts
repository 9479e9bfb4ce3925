import { languageOfSentence } from './language.ts'
import type { Sentence } from './sentences.ts'

/** Under what heading a sentence stands. */
export type Section = 'history' | 'family' | 'allergies' | 'current' | 'plan'

/** A sentence with what has to be known of the note to read it. */
export interface NoteSentence extends Sentence {
  readonly language: 'en' | 'fr'
  readonly section?: Section
  readonly whose: Whose
}

/** Who is who in the note: the child of a grown patient is not the patient, and a parent who writes is not either. */
export interface Whose {
  readonly isChild: boolean
  readonly byParent: boolean
}

/** The sentences of a note with their language and the headings they stand under. */
export function inContext(
  note: string,
  sentences: readonly Sentence[],
  language: 'en' | 'fr' | 'mixed',
  whose: Whose,
): readonly NoteSentence[] {
  let section: Section | undefined
  let isOpen = false
  let before = 0
  return sentences.map((sentence): NoteSentence => {
    const gap = note.slice(before, sentence.start)
    before = sentence.end
    const label = labelAt(sentence.text)
    if (label) {
      section = label.section
      isOpen = label.isWhole
    } else if (!goesOn(gap, sentence.text, isOpen, section)) section = undefined
    return {
      ...sentence,
      language: language === 'mixed' ? languageOfSentence(sentence.text, 'en') : language,
      ...(section && { section }),
      whose,
    }
  })
}

/** On the same line, as an item of a list, or below a heading that stands on a line of its own. */
function goesOn(gap: string, text: string, isOpen: boolean, section: Section | undefined): boolean {
  if (/\n\s*\n/.test(gap)) return false
  if (/^[-•*–]|^\d{1,2}[.)]\s/.test(text)) return true
  if (gap.includes('\n')) return isOpen && !ofPerson.test(text)
  if (section === 'history' && examined.test(text)) return false
  return section !== 'allergies' && section !== 'family' && text.length < 60 && !verbs.test(text)
}

/** Who comes is told after the lists. */
const ofPerson =
  /^(?:\d{1,3}[ -]?(?:yo?|y\/o|yrs?|years?|ans|mois|months?)(?!\p{L})|(?:homme|femme|patiente?|mr|mrs|mme|monsieur|madame|enfant|pt)(?!\p{L}))/iu

/** Vital signs are of today, and so is what follows them. */
const examined =
  /^(?:BP|TA|PA|HR|FC|T°|Temp\w*|SpO2|Sats?|Obs|Vitals?|Constantes|Examen|Exam|O\/E)(?!\p{L})/iu

const verbs =
  /\b(?:presents?|presented|is|was|has|had|reports?|complains?|today|now|currently|since|no|not|on|takes|est|a|présente|depuis|sous|pas|actuellement)\b/i

interface Label {
  readonly section: Section | undefined
  /** Nothing follows it on its line. */
  readonly isWhole: boolean
}

function labelAt(text: string): Label | undefined {
  const bare = text.replace(/^(?:[-•*–]|\d{1,2}[.)])\s*/, '')
  for (const [section, pattern] of labels) {
    const found = pattern.exec(bare)
    if (found) return { section, isWhole: /^[\s:.-]*$/.test(bare.slice(found[0].length)) }
  }
  if (otherHeading.test(bare)) return { section: undefined, isWhole: true }
  if (/^\p{Lu}[\p{L} '’/&-]{1,40}\s?:/u.test(bare)) {
    const isWhole = /:\s*$/.test(bare)
    return { section: undefined, isWhole }
  }
  return undefined
}

/** Headings without a colon, on a line of their own, of what is of today. */
const otherHeading =
  /^(?:sh|sochx|soc(?:ial)?(?: (?:history|hx))?|ros|hpi|cc|o\/e|(?:physical )?exam(?:ination)?|vitals?|obs|labs?|results|investigations|imaging|imp(?:ression)?|a\/p|assessment|mdv|mode de vie|hdm|histoire de la maladie|examen(?: clinique)?|clinique|bio(?:logie)?|bilan|imagerie|constantes|conclusion|[ée]volution|motif|habitus)\s*$/iu

const labels: readonly (readonly [Section, RegExp])[] = [
  [
    'family',
    /^(?:family (?:medical )?(?:history|hx)|fhx?|fam hx|f\/h|ant[ée]c[ée]dents? familiaux|atcds? familiaux|atcd fam\w*|familiaux|famille)\b\s*(?:[:.-]|$)/iu,
  ],
  [
    'allergies',
    /^(?:(?:drug |known )?allerg\w+(?: m[ée]dicamenteuses?)?|adrs?|intol[ée]rances?)\s*(?:[:=-]|$)/iu,
  ],
  [
    'history',
    /^(?:pmhx?|psh|past(?: (?:medical|surgical|psychiatric|obstetric))?(?: (?:history|hx))?|(?:medical|surgical) (?:history|hx)|history|background|previous(?:ly)?|bg|ant[ée]c[ée]dents?(?: (?:personnels|m[ée]dicaux|chirurgicaux|m[ée]dico-chirurgicaux))?|atcds?(?: (?:perso\w*|m[ée]d\w*|chir\w*))?|terrain|(?:traitements? |lignes? )?ant[ée]rieur\w*)(?:\s*[:.–-]|\s+(?=\p{L}+ (?:surgery|repair))|\s*$|(?<=pmhx?|psh)\s)/iu,
  ],
  [
    'current',
    /^(?:(?:current |home |regular |usual )?(?:meds?|medications?|medicines|drugs|treatment|rx|therapy)|current|home|dh|(?:le )?traitements?(?: (?:actuels?|habituels?|en cours|de fond|de sortie|d['’]entr[ée]e))?|ttt?s?|fond|ordonnance)\s*(?:[:=-]|$)/iu,
  ],
  [
    'plan',
    /^(?:plan|p(?=\s?:\s*\p{L}{3})|next|impression and plan|to do|(?:conduite à tenir|cat)|suite(?: pr[ée]vue)?|propositions?|projet|[àa] (?:faire|pr[ée]voir)|intervention pr[ée]vue|d[ée]cision)\s*(?:[:=-]|$)/iu,
  ],
]
