import type { Cue } from './cues.ts'
import type { NoteSentence } from './note-sentence.ts'

/**
 * True where a mention is of a relative, of a grown patient's child, or of the parent who writes: "mother had breast
 * cancer". A relative who reports, brings or worries speaks of the person.
 */
export function isOfOthers(
  { text, section, whose, language }: NoteSentence,
  cues: readonly Cue[],
  start: number,
  end: number,
): boolean {
  if (section === 'family') return true
  const after = cues.find((one) => one.kind === 'relatives' && one.start >= end)
  if (after && after.start - end < 45 && !/[,;.]/.test(text.slice(end, after.start))) return true
  if (!whose.isChild && !whose.byParent && ofTheirOwn[language].test(text.slice(end, end + 70)))
    return true
  const before = text.slice(Math.max(0, start - 220), start)
  if (whose.isChild && (herself.test(text) || ofMother.test(text.slice(end)))) return true
  if (whose.byParent && firstPerson[language].test(before)) return true
  if (!whose.isChild && ofTheChild[language].test(before)) return true
  const last = cues.findLast(
    ({ kind, end: until }) => (kind === 'family' || kind === 'relatives') && until <= start,
  )
  if (!last || /personal(?:ly)? (?:or|and|nor|\/)\s*$/i.test(text.slice(0, last.start)))
    return false
  // "Le père du patient est …", "the father of the patient has …": the person is named to say whose relative.
  const ofPerson = ofThePerson[language].exec(text.slice(last.end))?.[0].length ?? 0
  const from = last.end + ofPerson < start ? last.end + ofPerson : last.end
  const between = text.slice(from, start).replace(byName, '')
  // « Fille : 3 ans »: the child who comes.
  if (whose.isChild && /^(?:fille|fils|gar[çc]on)s?$/iu.test(text.slice(last.start, last.end)))
    return false
  if (!whose.isChild && /^[mp]aternal$/i.test(text.slice(last.start, last.end))) return false
  if (
    whose.isChild &&
    /^(?:parents)$/i.test(text.slice(last.start, last.end)) &&
    /^\s?:/.test(between)
  )
    return false
  if (/;|[.!?]\s/.test(between) || leaves(between)) return false
  if (isHelped(text.slice(Math.max(0, last.start - 60), last.start), between)) return true
  if (speaks[language].test(between)) return false
  const isBesides =
    last.kind === 'relatives' || isBeside.test(text.slice(Math.max(0, last.start - 24), last.start))
  if (isBesides && !whoHas.test(between))
    // "Lives with his grandmother, diabetic.": nothing else follows, and it may be hers.
    return between === ', ' && /^\s*(?:[.;]|$)/.test(text.slice(end))
  if (ofWhoIs.test(between)) return true
  if (!owns[language].test(between.replace(joined, ''))) return false
  const own = cues.findLast((one) => one.kind === 'own' && one.start >= from && one.end <= start)
  if (own && !/\b(?:when|quand|lorsqu['’])\s*$/i.test(text.slice(0, own.start))) return false
  return !(
    whose.isChild && toTheChild[language].test(text.slice(Math.max(0, last.start - 30), start))
  )
}

const ofThePerson = {
  en: /^ of (?:the|this|our) (?:patient|child|boy|girl|man|woman|infant|baby)(?!\p{L})/iu,
  fr: /^ (?:du|de la|de ce|de cette|de notre) (?:patiente?|malade|nourrisson|bébé|garçon|fillette|fille|jeune \p{L}+)(?!\p{L})|^ de l['’](?:enfant|int[ée]ress[ée]e?)(?!\p{L})/iu,
} as const

/** "A rash on the face of her child", « l'asthme de son fils ». */
const ofTheirOwn = {
  en: /^(?: (?:on|over|in|of) (?:the |both )?(?!(?:death|loss|birth|care|care of)(?!\p{L}))\p{L}+){0,2} (?:of|in) (?:her|his|their|my) (?:\p{L}+ )?(?:child(?:ren)?|sons?|daughters?|baby|babies|mother|father|husband|wife|partner|brothers?|sisters?|parents?|twins?)(?!\p{L})/iu,
  fr: /^(?: (?:sur|au|du|de|à) (?:le |la |les |l['’])?(?!(?:mort|décès|perte|naissance|départ)(?!\p{L}))\p{L}+){0,2} (?:de|chez) (?:son|sa|ses|leurs?|mon|ma|mes) (?:\p{L}+ )?(?:enfants?|fils|filles?|bébé|mère|père|mari|femme|conjointe?|compagn(?:on|e)|frères?|sœurs?|soeurs?|parents)(?!\p{L})/iu,
} as const

/** "Prééclampsie maternelle", beside a newborn. */
const ofMother = /^\s(?:maternel|paternel)(?:le)?s?(?!\p{L})/iu

/** "She is 20 weeks pregnant herself": said of the one who brings the child. */
const herself =
  /(?:(?<!\p{L})(?:she|he) (?:is|has|was|had)[^.;]{0,60}(?<!\p{L})(?:herself|himself)|(?:elle|lui)-m[êe]me (?:est|a))(?!\p{L})/iu

/** Lives with, brought by, told to a relative: who is beside the person, not who has it. */
const isBeside =
  /(?<!\p{L})(?:with|by|to|from|via|per|avec|par|chez|aux?|à|married)(?: (?:his|her|the|their|both|two|sa|son|ses|leurs?|les|la|le|l['’]|un|une|my|ma|mon|\d+))*\s*$/iu

/** "Donated a kidney to her sister with …", "cares for his wife with …": what follows in one breath is the other's. */
const isGiven =
  /(?<!\p{L})(?:donat\p{L}+|gave|gives?|given|giving|donor|transplant\p{L}*|cares?|caring|carer|caregiver|look\p{L}* after|nurs(?:es|ing)|don(?:n[ée]\p{L}*|neu\p{L}+)?|greff\p{L}+|s['’]occup\p{L}+|aidante?|soigne)(?!\p{L})(?![^,;.]*[;.])/iu
const ofTheOther =
  /^(?: (?:with|who|for|because|due|suffering|having|en|avec|qui|atteinte?|souffrant\p{L}*|porteu\p{L}+|malade|dialys\p{L}+|insuffisante?|diab[ée]tique|\(|pour|dans)(?!\p{L})[^,;.]{0,40}| |,? who [^,;.]{0,40}|,? qui [^,;.]{0,40})$/iu

function isHelped(before: string, between: string): boolean {
  return isBeside.test(before.slice(-24)) && isGiven.test(before) && ofTheOther.test(between)
}

/** "His wife Jean, who has …" */
const byName = /^ (?:\p{Lu}\p{Ll}+ ?){1,2}(?=,? (?:who|qui)(?!\p{L}))/u

/** "Brought in by his wife, who has epilepsy": told of the one who is beside. */
const whoHas =
  /^,? (?:who|whom|qui) (?:also |herself |himself |elle-même |lui-même |both |aussi )*(?:has|have|had|suffers?|suffered|is (?:being )?treated|(?:is|was|est|était)(?= (?:(?:an?|une?|known|severely|connue?|très|lui-même|elle-même) )*$)|takes|a|ont|avait|souffre|souffrait|est (?:trait|atteint|suivi)\p{L}*)(?!\p{L})(?! (?:noticed|noted|seen|found|reported|brought|been worried|concerns?|been|not|remarqu|constat|not[ée]|vu))/iu

/** "By his mother, who is asthmatic". */
const ofWhoIs =
  /^,? (?:who|qui) (?:also |aussi )?(?:is|was|est|était)(?: (?:an?|une?|known|severely|connue?|très|elle-même|lui-même))* $/iu

/** Further relatives: "mother and aunt", "père et frère". */
const joined =
  /^\s*(?:,|and|et|or|ou)\s+(?!(?:qui|who)(?!\p{L}))(?:(?:his|her|sa|son|ses|un|une|maternal|paternal|older|younger) )*\p{L}+/iu

/** What a relative has follows at once, or after a verb of having; any other verb tells of the person. */
const owns = {
  en: /^(?:['’]s)?\s*(?:(?:age[d]? ?|\()?\d+(?:\/(?:40|52|12|7))?\)?,?\s*)?(?:$|[(:,=-]|(?:also |both |all |who |still |each )*(?:has|have|had|having|is|are|was|were|with|takes?|took|uses?|used|swears by|tried|on|suffers?|suffered|diagnosed|known|died|deceased|carries|carry|carrier|dx|got|developed|treated|being|positive|negative)(?!\p{L})|(?:\p{L}+[ ,-]+){0,3}\(?$)/iu,
  fr: /^\s*(?:(?:groupe )?(?:A|B|AB|O) ?[+-](?=[\s,]),?\s*)?(?:(?:,|[âa]g[ée]e? de)?\s?\(?\d+ ?ans\)?,?\s*|de \d+ ?ans,?\s(?=(?:est|a|ont|souffre|qui)\s))?(?:$|[(:,=-]|(?:ayant|a|ont|avait|avaient|est|sont|était|étaient|qui a|aussi|souffre|atteinte?s?|porteu(?:r|se)|trait[ée]e?s?|suivie?s?|d[ée]c[ée]d[ée]e?s?|morte?s?|connue?|sous|op[ée]r[ée]e?)(?!\p{L})|(?:[\p{L}’']+[ ,-]+){0,3}\(?$)/iu,
} as const

function leaves(between: string): boolean {
  const closes = between.lastIndexOf(')')
  return closes >= 0 && !between.slice(0, closes).includes('(')
}

/** What a parent says of themselves. */
const firstPerson = {
  en: /(?<![\p{L}’'])(?:i['’ ]?m|i am|i have|i['’]ve|i had|i take|i was|my own|me and)(?! (?:worried|scared|concerned|wondering|giving|not sure|writing|unsure|worry))[^.;]{0,40}$/iu,
  fr: /(?<![\p{L}’'])(?:je suis(?! inqui)|je prends|moi (?:je|j['’])|j['’]ai (?:moi-m[êe]me|eu|une?|du|de l['’])|mon mari|ma femme)[^.;]{0,40}$/iu,
} as const

/** What is said of the child of a grown patient. */
const ofTheChild = {
  en: /(?<!\p{L})(?:baby|the infant|newborn|her child(?:ren)?|fetus|foetus|toddler)(?! blues)(?!\p{L})(?![^.;]*\b(?:she|patient|mother|mum)\b)[^.;]{0,60}$/iu,
  fr: /(?<!\p{L})(?:b[ée]b[ée]|le nourrisson|nouveau-n[ée]e?|son enfant|ses enfants|f[œo]e?tus)(?!\p{L})(?![^.;]*\b(?:elle|patiente|mère)\b)[^.;]{0,60}$/iu,
} as const

const speaks = {
  en: /^\W{0,3}(?:\w+ly |and (?:his |her )?(?:mother|father|mum|dad|mom) |also |then |now |both |are |is |was |were |,? who )*(?:reports?|reported|states?|stated|says?|said|notic\w+|noted?|recalls?|brought|brings?|concerned|worr\w*|complain\w*|hears?|heard|den(?:y|ies|ied)|describes?|described|tells?|told|explains?|found|finds|gave|gives?|giving|because|for|to|with(?= (?:fever|cough|a \d))|agree\w*|declin\w*|refus\w*|consent\w*|ask\w*|want\w*|think\w*|thought|feel\w*|notes|saw|thinks|jehovah|at bedside|present|advised|\(historian\))/iu,
  fr: /^\W{0,3}(?:(?:et|sa|son|le|la|les|ses|m[èe]re|p[èe]re|aussi|qui|ont|a|avaient|avait|sont|est|ne|en|deux) )*(?:rapport\w*|dit|disent|signal\w*|d[ée]cri\w*|not\w*|am[èe]n\w*|inqui\w*|pour(?! un cancer)|refus\w*|accept\w*|trouv\w*|a remarqu\w*|remarqu\w*|constat\w*|donn\w*|s['’]inqui\w*|consult\w*|demand\w*|souhait\w*|expliqu\w*|[ée]voqu\w*|pens\w*|inform\w*|consent\w*)/iu,
} as const

/** "Her mother's", "brought by dad with": the child is who is meant. */
const toTheChild = {
  en: /\b(?:brought (?:in )?by|accompanied by|carried by|with|per|according to) (?:his |her |the |both )?\p{L}+(?: and \p{L}+)?(?:,| with| for| because| after| since)/iu,
  fr: /(?:amen[ée]e? par|accompagn[ée]e? (?:par|de)|adress[ée]e? par|selon|d['’]apr[èe]s) (?:sa |son |ses |la |le |les )?\p{L}+/iu,
} as const
