import type { Evidenced } from '../patient/patient.ts'
import type { Sentence } from './sentences.ts'

type Sex = Evidenced<'FEMALE' | 'MALE'>

/**
 * The person's sex: as a label ("Sex: F"), by the words for the person ("boy", "74M", "Mme"), by what only one sex has,
 * by French agreement ("âgée", "né le"), or else by he and she where they agree.
 */
export function sexIn(
  sentences: readonly Sentence[],
  language: 'en' | 'fr' | 'mixed',
): Sex | undefined {
  const head = sentences.slice(0, 60)
  const french = language !== 'en'
  return (
    by(head, labels) ??
    by(head, french ? nouns.fr : nouns.en) ??
    (language === 'mixed' ? by(head, nouns.en) : undefined) ??
    by(head, emphatic) ??
    (french ? byAgreement(head.slice(0, 12)) : undefined) ??
    by(head, ofOneSex) ??
    byPronouns(sentences, french ? pronouns.fr : pronouns.en)
  )
}

interface Patterns {
  readonly female: RegExp
  readonly male: RegExp
}

function by(sentences: readonly Sentence[], { female, male }: Patterns): Sex | undefined {
  for (const { text, start, end } of sentences) {
    const own = text.replace(others, (words) => ' '.repeat(words.length))
    const [she, he] = [own.search(female), own.search(male)]
    if (she < 0 && he < 0) continue
    const isFemale = she >= 0 && (he < 0 || she <= he)
    return { value: isFemale ? 'FEMALE' : 'MALE', evidence: { text, start, end } }
  }
  return undefined
}

/** "Nourrisson adressé pour": the words for a small child are masculine, whatever the child. */
function byAgreement(head: readonly Sentence[]): Sex | undefined {
  const found = by(head, agreement)
  return found?.value === 'MALE' && head.some(({ text }) => eitherSex.test(text))
    ? undefined
    : found
}

const eitherSex = /(?<!\p{L})(?:nourrisson|nouveau-n[ée]|pr[ée]matur[ée]|b[ée]b[ée])s?(?!\p{L})/iu

const labels: Patterns = {
  female:
    /(?<!\p{L})(?:sexe?|gender|genre)\s*[:=]?\s*(?:f(?:emale|[ée]minin|emme)?|woman)(?!\p{L}|\s*\[\s*\])|(?<!\p{L})F\s*\[\s*x\s*\]|\[\s*x\s*\]\s*(?:F|female)(?!\p{L})|(?:age|[âa]ge)\s?\/\s?sexe?\s*:?\s*\d+\s?\w*\s?\/\s?F(?!\p{L})|(?:patient|pt)e?\s*:\s*(?:f(?:emale|[ée]minin)?)(?!\p{L})|de sexe f[ée]minin|patient(?:e)? de sexe f[ée]minin|(?<!\p{L})sexe f[ée]minin|♀/iu,
  male: /(?<!\p{L})(?:sexe?|gender|genre)\s*[:=]?\s*(?:m(?:ale|asculin)?|h(?:omme)?|man)(?!\p{L}|\s*\[\s*\])|(?<!\p{L})M\s*\[\s*x\s*\]|\[\s*x\s*\]\s*(?:M|male)(?!\p{L})|(?:age|[âa]ge)\s?\/\s?sexe?\s*:?\s*\d+\s?\w*\s?\/\s?[MH](?!\p{L})|(?:patient|pt)\s*:\s*(?:m(?:ale|asculin)?)(?![\p{L}.])|(?<!\p{L})sexe masculin|♂/iu,
}

const nouns = {
  en: {
    female:
      /(?<=\d ?(?:yo|y\/o|y))F(?![\w'’-])|(?<![A-Za-z])(?:wom[ae]n|female|girl|lady|widow|mrs|(?-i:Ms|Miss)(?=\.? \p{Lu})|(?<=\d\s?(?:y|yo|y\.o\.|year|yr|y\/o|yr old|years?[- ]old)?\s?\/?)(?-i:F)(?![\w'’-])|(?<=(?:^|[.:]\s?))F[,/]? ?(?=\d{1,3}\s?(?:yo?|yrs?|years?|,|\b))|(?:first-time|new|young|single|-old|breast-?feeding|nursing|lactating) mother|primigravida|multigravida|G\d ?P\d|schoolgirl|daughter of|housewife|grandmother of|stewardess|seamstress|midwife of|policewoman|actress|waitress|first-time mother|mother of \w+)\b/iu,
    male: /(?<=\d ?(?:yo|y\/o|y))M(?![\w'’-])|(?<![A-Za-z])(?:m[ae]n|male|MSM|boy|gentleman|widower|mr|(?<=\d\s?(?:y|yo|y\.o\.|year|yr|y\/o|yr old|years?[- ]old)?\s?\/?)(?-i:M)(?![\w'’-])|(?<=(?:^|[.:]\s?))M[,/]? ?(?=\d{1,3}\s?(?:yo?|yrs?|years?|,|\b))|schoolboy|son of|grandfather of|policeman|fireman)\b/iu,
  },
  fr: {
    female:
      /(?<!\p{L})(?:femme|fille|fillette|p(?:e|['’])tite (?:fille|puce|demoiselle)|dame|madame|mme|mlle|patiente|pte(?= (?:de )?\d)|fumeuse|[ée]tudiante|adolescente|retrait[ée]e|professeure|sportive|infirmi[èe]re|agricultrice|enseignante|institutrice|coiffeuse|vendeuse|serveuse|aide-soignante|jumelle|nourrice|femme au foyer|assistante|employ[ée]e de|ouvri[èe]re|cuisini[èe]re|avocate|puéricultrice|veuve|lyc[ée]enne|coll[ée]gienne|F(?:e|emme)?\.? (?=\d{1,3}\s?(?:a|ans?)(?!\p{L}))|(?<=\d ans?, )F\.?(?=[,. ])|F,? (?=\d{1,3} ans)|IIG|IIIG|G\d ?P\d|[èe]re geste|primipare|primigeste|multipare)(?!\p{L})/iu,
    male: /(?<!\p{L})(?:homme|gar[çc]on(?:net)?|p(?:e|['’])tit gars|p(?:e|['’])tit (?:bonhomme|gar[çc]on)|monsieur|mr|fils|[ée]tudiant|adolescent|instituteur|retrait[ée]|ma[çc]on|agriculteur|enseignant|infirmier|chauffeur|plombier|ouvrier|menuisier|boulanger|veuf|lyc[ée]en|coll[ée]gien|militaire|jumeau|M\.?(?= ?\p{Lu}\p{Ll}+ (?:\p{Lu}|\d))|M\.(?= ?\p{Lu}\p{Ll}+)|M\.?(?= \p{Lu}\.?,? )|(?<=\d ans?, )M\.?(?=[,. ])|H[.,]? (?=\d{1,3}\s?(?:a|ans?)(?!\p{L}))|M\.? (?=\d{1,3}\s?(?:a|ans?)(?!\p{L})))(?!\p{L})/iu,
  },
} as const

/** French words that agree with the person. */
const agreement: Patterns = {
  female:
    /(?<!\p{L})(?:[âa]g[ée]e|n[ée]e|adress[ée]e|hospitalis[ée]e|suivie|admise|amen[ée]e|connue pour|enceinte|m[ée]nopaus[ée]e|vue (?:ce|en|pour)|op[ée]r[ée]e|elle)(?!\p{L})/iu,
  male: /(?<!\p{L})(?:[âa]g[ée] de|n[ée] (?:le|[àa])|adress[ée] (?:par|pour)|hospitalis[ée] (?:pour|le)|suivi pour|admis (?:pour|en)|amen[ée] par|connu pour|ce patient|patient,? (?:de|[âa]g[ée](?!e)|suivi(?!e)|adress[ée](?!e)|hospitalis[ée](?!e)|connu(?!e)|\d{1,3} ?ans)|patient (?:masculin)|(?<=^|[.;:] ?)vu (?:avec|ce|en|pour|aux|par|à|le)(?! \p{Lu})|il (?!y a|s['’]agit|existe|faut|est (?:not|prévu|conseill)))(?!\p{L})/iu,
}

const ofOneSex: Patterns = {
  female:
    /(?<!\p{L})(?:pregnant(?! herself)|post-?menopausal|gravid|hysterectomy|ovarian cyst|her (?:period|pregnancy)|LMP|breast-?feeding (?:mother|her)|grossesse (?:de|en cours|évolutive)|(?<!m[èe]re |maman )allaitante|hyst[ée]rectomie|allaite)(?!\p{L})/iu,
  male: /(?<!\p{L})(?:prostatectomy|prostate (?:cancer|adenocarcinoma)|testicular|scrotal|prostatectomie|cancer de la prostate|ad[ée]nocarcinome prostatique)(?!\p{L})/iu,
}

/** "Her husband has …, she herself has …": who is told apart from a relative is the person. */
const emphatic: Patterns = {
  female: /^(?:she herself|elle-m[êe]me)(?!\p{L})/iu,
  male: /^(?:he himself|lui-m[êe]me)(?!\p{L})/iu,
}

function byPronouns(
  sentences: readonly Sentence[],
  { female: she, male: he }: Patterns,
): Sex | undefined {
  let [females, males] = [0, 0]
  let evidence: Sex['evidence'] | undefined
  for (const { text, start, end } of sentences.slice(0, 400)) {
    const own = ownClauses(text)
    const [shes, hes] = [own.match(she)?.length ?? 0, own.match(he)?.length ?? 0]
    females += shes
    males += hes
    if (shes + hes > 0) evidence ??= { text, start, end }
  }
  if (
    !evidence ||
    (females > 0 && males > 0 && Math.min(females, males) * 5 > Math.max(females, males))
  )
    return undefined
  return { value: females > males ? 'FEMALE' : 'MALE', evidence }
}

/** The parts of a sentence that name nobody else, and those that begin with the person's own pronoun. */
function ownClauses(text: string): string {
  return text
    .split(/[,;:]/)
    .filter(
      (part) =>
        !relatives.test(part) || /^\W*(?:and |et )?(?:she|he|elle|il|his|her)\b/i.test(part),
    )
    .join(',')
}

const pronouns = {
  en: {
    female: /(?<!\p{L})(?:she|shes|her|hers|herself)(?!\p{L})/giu,
    male: /(?<!\p{L})(?:he|hes|his|him|himself)(?!\p{L})/giu,
  },
  fr: {
    female: /(?<!\p{L})(?:elle|une? patiente)(?!\p{L})/giu,
    male: /(?<!\p{L})il(?!\p{L})(?! (?:y a|s['’]agit|existe|faut|reste|semble|persiste|convient))/giu,
  },
} as const

/** Other people, and children of the person. */
const others =
  /(?<!\p{L})(?:(?:sa|son|ses|ma|mon|une?|la|le|les) )?(?:s(?:œ|oe)urs? jumelles?|fr[èe]res? jumeaux?|fr[èe]re jumeau|twin (?:sister|brother))(?!\p{L})|(?<!\p{L})(?:my|our|his|her|their|the patient['’]s) (?:\p{L}+ )?(?:partner|physician|doctor|nurse|friend|son|daughter|child|baby|infant|girl|boy)s?(?!\p{L})|(?<!\p{L})(?:partner|husband|wife|(?<!first-time |new |young |single |-old |feeding |nursing |lactating )mother|father|mum|mom|dad|brother|sister|uncle|aunt|grand\p{L}+)s?(?!\p{L})(?! of )|(?<!\p{L})(?:sa|son|ma|mon) (?:ex-?)?(?:femme|[ée]pouse|compagne|conjointe|mari|[ée]poux|compagnon)(?!\p{L})|(?<!\p{L})(?:birth to|delivered|gave birth to) (?:an? )?(?:\p{L}+ ){0,3}(?:boy|girl|male|female)|(?<!\p{L})(?:ma|mon|notre|sa|son|ses|leur|une?|sa petite|la) (?:fille|fils|femme|mari|m[èe]re|p[èe]re|s(?:œ|oe)ur|fr[èe]re|tante|oncle)(?! de \d)(?! \d)(?!\p{L})|(?<!\p{L})(?:fille|fils|gar[çc]on) n[ée]e? en|(?<!\p{L})(?:fille|fils) (?:porteu|atteint|d[ée]c[ée]d|trait[ée]|suivie?|conduct|malade|[ée]galement)\p{L}*|(?<=allait\p{L}* (?:\p{L}+ )?)(?:son|sa|une?) (?:fils|fille|gar[çc]on)(?!\p{L})|sage-femme|jeune m[èe]re|(?<!\p{L})(?:ch[èe]re? )?(?:madame|mesdames) ?(?:,|\/|et|ou|\(?s\)?) ?(?:ch[èe]re? )?(?:monsieur|messieurs)(?!\p{L})|(?<=^|bonjour |bonsoir |ch[èe]re |cher )(?:madame|monsieur|docteure?)(?=\s*[,!.](?!\s*\d)|$)/giu
const relatives =
  /(?<!\p{L})(?:mother|father|mum|mom|dad|brother|sister|son|daughter|husband|wife|uncle|aunt|parents?|partner|grand\p{L}+|boyfriend|girlfriend|m[èe]re|p[èe]re|s(?:œ|oe)ur|fr[èe]re)(?!\p{L})/iu
