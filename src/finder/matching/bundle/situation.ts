import type { Evidence, Finding, Presence } from '../patient/patient.ts'
import type { When } from './times.ts'

/** How a disease stands to a person. */
export interface SituationStanding {
  readonly presence: Presence
  readonly when: Finding['when']
  readonly of: Finding['of']
}

/** The words that name something, how the resource says that it stands, and where it is from. */
export interface Label {
  readonly words: string
  readonly standing: SituationStanding
  readonly when?: When
  readonly evidence: Evidence
}

/**
 * How a name stands in the label of a code: "Family history of …", "No …", "Suspected …", "Risk of …", "… in remission".
 * `base` is what the resource itself says.
 */
export function standingIn(
  label: string,
  start: number,
  end: number,
  base: SituationStanding,
): SituationStanding {
  const before = label.slice(0, start)
  const after = label.slice(end)
  const clause = before.slice(lastBreak(before))
  const isDenied = denied.test(clause) || deniedAfter.test(after)
  if (family.test(before) || familyAfter.test(after))
    return { presence: isDenied ? 'absent' : 'present', when: 'history', of: 'family' }
  if (unsaid.test(clause)) return { ...base, presence: 'mentioned' }
  const isBare = base.presence === 'present' && base.when === 'now'
  if (isDenied) return { ...base, presence: isBare ? 'absent' : 'mentioned' }
  if (mentioned.test(before) || mentionedAfter.test(after))
    return { ...base, presence: 'mentioned' }
  const isOver = past.test(clause) || pastAfter.test(after)
  const isDoubted = doubted.test(clause) || doubtedAfter.test(after)
  return {
    ...base,
    ...(isOver && { when: 'history' }),
    ...(isDoubted && base.presence === 'present' && { presence: 'possible' }),
  }
}

/** Where the last clause of a text begins. */
function lastBreak(text: string): number {
  let at = 0
  for (const found of text.matchAll(clauseBreak)) at = found.index + found[0].length
  return at
}

const clauseBreak =
  /[,;:](?!\d)|\b(?:and|but|with|due to|caused by|avec|et|mais)\b(?! or without)/gi

const family =
  /\bfamil(?:y|ial history)\b|\b(?:maternal|paternal|parental) history|\bf(?:am)?h(?:x|:)|\b(?:mother|father|parent|brother|sister|sibling|grandparent|grandmother|grandfather|aunt|uncle|relative)s?\b(?! (?:of|to) )|\bant[ée]c[ée]dents? familia(?:l|ux)|\b(?:m[èe]re|p[èe]re|fr[èe]re|s(?:œ|oe)ur)\b/i
const familyAfter =
  /^\W*(?:in|of|of the|chez|dans)\W(?:the |a |la )?(?:family|mother|father|parent|brother|sister|sibling|relative|famille|first degree)/i
const denied =
  /\b(?:no|not|never|denies|denied|absence of|absent|negative(?: test)? for|free of|without|ruled out|excluded|pas d[e’']|pas|aucune?|absence d[e’']|sans|exclu)\b/i
const deniedAfter =
  /^(?:\W+(?:test|tests|serology|antigen|surface|antibod(?:y|ies)|screen|result|pcr|culture|status|rna|dna|virus|is|was|infection)){0,3}\W+(?:not (?:present|detected|found|suspected|reactive)|absent|negative|ruled out|excluded|refuted|non-?reactive|exclue?|n[ée]gati(?:f|ve))\b/i
/** Neither: another is meant, or it is left open. */
const unsaid = /\b(?:other than|except|excluding|with or without|or without|avec ou sans)\b/i
const mentioned =
  /\b(?:at risk|risk (?:of|for|factor)|screening|screen for|expos\w+ to|contact with|vaccin\w+|immuni[sz]\w+|immunity to|immune to|prophyla\w+|preventi\w+|fear of|susceptib\w+|predispos\w+|counsel\w+|education|concern\w* (?:about|for|over)|worried about|encounter for|observation for|evaluation for|examination for|investigation of|test(?:ing)? for|need for|monitoring|surveillance|donor|assessment (?:of|for)|allerg\w+ to|hypersensitivity to|intolerance to|care ?giver|d[ée]pistage|exposition|pr[ée]vention|risque|peur de?)\b/i
const mentionedAfter =
  /^(?:\W+\w+){0,2}?\W+(?:screening|vaccin\w*|immuni[sz]ation|prophylaxis|prevention|(?<!\b(?:high|low|intermediate|standard|average)[- ])risk|exposure|contact|education|counsel\w*|monitoring|surveillance|test(?:s|ing)?\b(?! positive)|panel|donor|allergy|immunity|scale|score|questionnaire)\b/i
const past =
  /\b(?:history of|h\/o|h\/o:|hx of|personal history|status post|s\/p|sequelae?|late effects?|recovered from|healed|resolved|cured|ant[ée]c[ée]dents?|s[ée]quelles?)\b|\b(?:old|past|previous|prior|former|ancien(?:ne)?)\s+(?:\w+\s+){0,2}$|\bpost[- ]$/i
const pastAfter =
  /^[^;]{0,40}?\b(?:in (?:full |complete |partial |early |sustained )*remission|resolved|in the past|cured|en r[ée]mission|gu[ée]rie?)\b/i
const doubted =
  /\b(?:suspected|suspicion (?:of|de?)|possible|possibly|probable|presumed|presumptive|likely|rule out|r\/o|query|differential|questionable|carrier of|provisional|suggestive of|suspect[ée]e?)\b|\?\s*$/i
const doubtedAfter =
  /^\W*(?:\?|(?:gene )?carrier\b|(?:is )?(?:suspected|possible|probable|not confirmed|suspect[ée]e?)\b)/i
