import { numberWords } from './note-text.ts'

const value = String.raw`(?<![\p{L}\d.,/+-])(?<number>\d{1,3}(?:[.,]\d)?|(?:${numberWords})(?![\p{L}]))`
const more = String.raw`(?<more>\d{1,2}|${numberWords})`
const half = String.raw`(?<half>\s?½|\s1\/2|[\s-]+and[\s-]+(?:a[\s-]+)?half|\s+et\s+demi(?:e)?)`
const wordAfter = String.raw`(?![\p{L}])`
const person = {
  en: String.raw`(?:infant|baby|newborn|neonate|toddler|boy|girl|male|female|man|woman|lady|gentleman|child|patient|pt|teenager|adolescent|student|(?<!\p{L})[MF])`,
  fr: String.raw`(?:nouveau-n[ée]e?|nourrissone?|b[ée]b[ée]|enfant|gar[çc]on(?:net)?|fille(?:tte)?|hommes?|femmes?|dame|monsieur|madame|mme|mr|patiente?|[ée]tudiante?|adolescente?|jeune (?:homme|femme|fille)|fils|m\.|sportive?|retrait[ée]e?|nourisson)`,
} as const

const whoever = String.raw`(?<!\p{L})(?:s?he|they|(?:my|our) (?:son|daughter|boy|girl|child|baby|lad|lass|little (?:one|boy|girl|man))|(?-i:\p{Lu}\p{Ll}{1,14}))`
const pattern = (source: string, flags = 'giu') => new RegExp(source, flags)
/** Words that begin a sentence and are nobody's name: « Corticothérapie 6 mois », « Recul 2 ans ». */
const noName = String.raw`\p{L}*(?:th[ée]rapie|tion|sion|ment|isme|[ée]ite|ite|ose|age|ance|ence|ture|logie|graphie|scopie|ectomie|plastie|[yl]yse|[ée]mie|urie|algie|pathie|bine|mab|nib|statine?)s? |(?:Depuis|Apr[èe]s|Suivie?|Dur[ée]e|Arr[êe]t|Pendant|Environ|Plus|Moins|Contr[ôo]le|Recul|D[ée]lai|Derni[èe]re?|Toux|Fi[èe]vre|Douleurs?|Cure|Dose|Tabac|Sursis|Survie|Vers|Dans|Sous|Depuis|Total|Encore|D[èe]s|Avant|Hormono\p{L}*|Chimio|Radio\p{L}*|Bi[ - ]?th[ée]\p{L}*|Interf[ée]ron|Essai|Stage|Repos|Pause|Reprise|Surveillance|[ÉE]volution|Anciennet[ée]|Intervalle|Espac[ée]\p{L}*) ?`
const enUnit = String.raw`(?<unit>years?|yrs?|yr|y|months?|mos?|mths?|weeks?|wks?|wk|days?|d)`
const frUnit = String.raw`(?<unit>ans?|mois|semaines?|sem|jours?|j|a)`

/** How a text gives an age, the surer first; each group `number` with what `age.ts` asks of it. */
export const sureAges = {
  en: [
    pattern(
      String.raw`(?<![\d/])(?<number>\d{1,2})\/(?<unit>)12\s+(?:old|girl|boy|baby|infant|child|male|female)${wordAfter}`,
    ),
    pattern(
      String.raw`(?<![\d/])(?<number>\d{1,2})\/(?<unit>)52\s+(?:old|girl|boy|baby|infant|child|male|female)${wordAfter}`,
    ),
    pattern(
      String.raw`(?<![\d/])(?<number>\d{1,2})\/(?<unit>)7\s+(?:old|girl|boy|baby|infant|newborn|neonate)${wordAfter}`,
    ),
    pattern(
      String.raw`(?:${whoever})(?:['’]s| is| was)? (?:now |just |only |still |about |aged )*${value}${half}(?!\s*(?:cm|mm|kg|g|h|hours?|inch\p{L}*|times|pints?|units?|stone|lbs?|ml|%|weeks?|months?|days?|mg|feet|foot|miles?)(?!\p{L}))`,
    ),
    pattern(
      String.raw`${value}[\s-]*(?<unit>years?|yrs?|y)[\s,-]*(?:and[\s-]+)?${more}[\s-]*(?<moreUnit>months?|mos?|mths?|m)${wordAfter}(?:[\s-]*old)?`,
    ),
    pattern(
      String.raw`${value}[\s-]*(?<unit>weeks?|wks?|months?)[\s,-]*(?:and[\s-]+)?${more}[\s-]*(?<moreUnit>days?|d|weeks?)[\s-]*old`,
    ),
    pattern(
      String.raw`${value}${half}[\s-]*(?:(?<unit>years?|yrs?|months?|weeks?)(?:[\s-]*old)?|(?=[!.,)]))`,
    ),
    pattern(String.raw`${value}[\s-]*${enUnit}[\s-]*${half}[\s-]*old`),
    pattern(String.raw`${value}[\s-]*${enUnit}\.?[\s-]*(?:old|young|of age|\/?o)${wordAfter}`),
    pattern(String.raw`${value}\s?-?(?:yo|y\.o\.?|y\/o|yoa|yof|yom)${wordAfter}`),
    pattern(
      String.raw`(?:neonate|newborn|infant|baby(?: girl| boy)?|boy|girl|aged?|lady|man|woman|gentleman),? (?:of |aged |is )?${value}[\s-]*${enUnit}${wordAfter}(?! ago)`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:age[d]?(?:\s?\/\s?sex)?|age at visit)\s*(?:is |of |[:=]\s?)?\s?${value}(?:[\s-]*${enUnit})?${wordAfter}(?!\s*(?:%|kg|\d))`,
    ),
    pattern(String.raw`${value}[\s-]*(?<unit>hours?|hrs?)[\s-]*(?:old|of age|of life)${wordAfter}`),
    pattern(
      String.raw`(?<!\p{L})(?:celebrated|(?:has |just )had|marked) (?:(?:just|his|her|their|a) )*(?<number>\d{1,3})(?:st|nd|rd|th) birthday`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?<unit>d)ay (?<number>\d{1,2})[ -](?:old|newborn|neonate|baby|infant)`,
    ),
    pattern(String.raw`(?<!\p{L})(?:just |recently |has )?turn(?:ed|ing) ${value}(?=[\s,.;!)]|$)`),
    pattern(String.raw`(?<!\p{L})(?<unit>d)ay (?<number>\d{1,2}) of life`),
    pattern(String.raw`(?<!\p{L})(?<unit>d)ay of life:? (?<number>\d{1,2})(?!\d|[.,]\d)`),
    pattern(String.raw`(?<!\p{L})(?<unit>D)OL ?(?<number>\d{1,2})(?!\d)`, 'gu'),
  ],
  fr: [
    pattern(
      String.raw`${value}\s*(?<unit>ans?)\s*,?\s*(?:et\s+)?${more}\s*(?<moreUnit>mois)${wordAfter}`,
    ),
    pattern(String.raw`${value}\s*(?<unit>ans?|mois)(?<half>\s+et\s+demie?|\s?½|\s1\/2)`),
    pattern(String.raw`[âa]g[ée]e?s?\s*(?:de\s+|:\s*)?${value}\s*${frUnit}${wordAfter}`),
    pattern(
      String.raw`(?<!\p{L})[âa]ge\s*(?:\/\s?sexe)?\s*[:=]\s*${value}(?:\s*${frUnit})?${wordAfter}`,
    ),
    pattern(String.raw`(?<!\p{L})[âa]ge ${value}(?=\s*(?:ans|taille|poids|sexe|,|\.|$))`),
    pattern(
      String.raw`(?<!\p{L})${person.fr}(?:,| ?:)? (?:de |d['’]|[âa]g[ée]e? de |a |qui a |fait )?(?:\p{L}+ (?:de |d['’]))?${value}\s*${frUnit}${wordAfter}`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:il|elle|qui|[^.,;\d]{0,20}madame|monsieur|patiente?|fille|fils) a ${value}\s*(?<unit>ans?|mois|semaines?|jours?)${wordAfter}`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:(?:[Nn]otre|[Mm]on|[Mm]a) (?:p(?:e|['’])tite? |grande? )?(?:fille|fils|b[ée]b[ée]|gar[çc]on|gars|puce|bout de chou|loulou)?(?: ?\p{Lu}[\p{L}-]+)?) (?:a |de |, ?)${value}\s*(?<unit>ans|mois|semaines|jours)(?! (?:de|d['’]|apr))${wordAfter}`,
      'gu',
    ),
    pattern(
      String.raw`(?<!\p{L})(?:H|F|Fe|M|Mme|Mr|Mlle|G|♂|♀)\.?(?: \p{Lu}[\p{L}.]*)?,? ${value}\s?${frUnit}${wordAfter}`,
      'gu',
    ),
    pattern(
      String.raw`(?<!(?:apr[èe]s|d[èe]s|avant) (?:les )?)${value}\s*(?<unit>jours|semaines|mois) de vie${wordAfter}`,
    ),
    pattern(
      String.raw`(?:(?<=nouveau-n[ée]e? (?:à |de )?)(?<unit>J) ?(?<number>\d{1,2})|(?<!\p{L})(?<unit>J) ?(?<number>\d{1,2}) (?:de vie|de naissance))`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:(?:[Ff]ille|[Ff]ils|[Gg]arçon|[Bb][ée]b[ée]|[Ee]nfant|[Pp]etite?|papa de \p{Ll}+|maman de \p{Ll}+)(?:,)? (?:de |a )?|(?!${noName})\p{Lu}\p{Ll}+(?:,)? (?:a )?|(?<=\p{Ll} )(?!${noName})\p{Lu}\p{Ll}+ de )${value}\s*(?<unit>ans|mois)(?! (?:de|et|apr))${wordAfter}`,
      'gu',
    ),
  ],
} as const

/** How a text gives an age where nothing surer does. */
export const likelyAges = {
  en: [
    pattern(
      String.raw`(?<!\p{L})(?:mrs?|ms|miss|patient|pt|man|woman|lady|gentleman|male|female)\.?(?: \p{L}\.?| \p{L}+)? \((?<number>\d{1,3})(?: ?(?:y|yrs?|years?))?\)`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:boy|girl|son|daughter|lad|lass|child|baby|toddler|teenager|s?he|they) \((?<number>\d{1,3})(?: ?(?<unit>y|yrs?|years?|months?|mo|weeks?|wks?|days?))?\)`,
    ),
    pattern(
      String.raw`(?:aged?|diagnosed|onset)(?: at| age)? \d{1,2}[^.;\d]{0,16}[,;] (?:he is |she is )?now (?:aged )?${value}(?=[,.;)]|$)`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:(?:mrs?|ms|miss)\.? [\p{L}’'-]+\.?|male|female|man|woman|boy|girl|lady|gentleman), (?<number>${numberWords})(?=[,.;])`,
    ),
    pattern(
      String.raw`(?<![\d.,/+-])(?<number>\d{1,3})[\s-](?<unit>months?|weeks?|years?)[\s-](?:well|check|check-up|checkup|baby check|developmental)(?!\p{L})`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:mrs?|ms|miss)\.? [\p{L}’'-]+\.?(?: \p{Lu}[\p{L}’'-]*\.?){0,2},? (?<number>\d{2,3})(?= ?(?:,|\. |:|;|yrs?(?!\p{L})|years?(?! (?:ago|of))|y(?!\p{L})))`,
    ),
    pattern(
      String.raw`(?<![\d./])\b(?<number>\d{1,3})\s?(?:year|yr|y|yo)?\s?\/?\s?[MF]\b(?!\d|\/|-FDG| \d|['’]| (?:catheter|[Ff]oley|sheath|[Ss]onde|chest drain|drain|introducer|sheaths))`,
      'gu',
    ),
    pattern(
      String.raw`(?<![\p{L}])(?:[MF]|[Ff]emale|[Mm]ale)\s?[,/]?\s?(?<number>\d{1,3})\s?(?:y|yo|yrs?|years)?${wordAfter}(?!\s*(?:%|kg|mg|cm|\d|\/))`,
      'gu',
    ),
    pattern(
      String.raw`${value}[\s-]?(?<unit>mo|months?|weeks?|wks?|days?|years?|yrs?|y)[\s-]+${person.en}${wordAfter}`,
    ),
    pattern(String.raw`${person.en}\s?,? (?<number>\d{1,3})(?=[,.:;](?!\d)|\s?\(|$)`),
    pattern(
      String.raw`(?:girl|boy|son|daughter|man|woman|lady|child|baby|female|male)\s?[,(]? ?${value}[\s-]*${enUnit}${wordAfter}(?! (?:ago|of|history|post))`,
    ),
    pattern(String.raw`(?<!\p{L})(?:he|she|they), (?<number>\d{1,3})(?=,|$)`),
    pattern(String.raw`(?<!\p{L})retired (?:\p{L}+ ){1,2}?\p{L}+, (?<number>\d{2,3})(?=,|\.|$)`),
    pattern(
      String.raw`(?<!\p{L})(?:pt|patient):? (?<number>\d{1,3}) ?(?:yrs?|years?)(?!\p{L})(?! (?:ago|of))`,
    ),
    pattern(String.raw`(?<number>(?<![\d.,/])\d{2,3}), (?:mrs?|miss|ms)(?!\p{L})`),
    pattern(String.raw`(?<!\p{L})retired \p{L}+, (?<number>\d{2,3})(?=,|\.|$)`),
    pattern(
      String.raw`(?<!\p{L})(?:lad(?:y|die)?|lass|m[ae]n|wom[ae]n|gentlem[ae]n|girl|boy|teen(?:ager)?|youngster|youth|adolescent|pensioner|widow(?:er)?|child|baby|infant|toddler|schoolgirl|schoolboy|student|patient|person|male|female|smoker|farmer|worker|nurse|teacher) of (?:about )?${value}${wordAfter}(?! (?:children|sons|daughters|kids|which|his|her|the|these|those|our)(?!\p{L}))`,
    ),
    pattern(
      String.raw`(?:(?<![\p{L}])(?:he|she|they|pt|patient|(?:my|our) (?:son|daughter|little (?:one|boy|girl|man)|baby|child|kid|lad|lass|toddler|boy|girl|teenager|youngest|eldest|oldest)|who|(?:[Mm]rs?|[Mm]s|[Mm]iss)\.? \p{L}+)(?: is| are|['’]?s)|(?<!\p{L})[Ii](?: am|['’]m))\s+(?:now |about |just |only |still |aged )*${value}(?:\s*${enUnit})?(?=[\s]*(?:[,.;(!]|$|and\b(?! (?:a )?half)|now\b|years|months|with\b))`,
    ),
    pattern(
      String.raw`(?<=^|[.!?,]\s|\n)(?<who>(?-i:\p{Lu}\p{Ll}{1,14})) is (?:now |just |only )?${value}(?:\s*${enUnit})?(?=[.,;!)]|$| (?:and(?! (?:a )?half)|now|with|he|she)(?!\p{L}))`,
    ),
    pattern(
      String.raw`(?:^|[.,;:\n]\s?)${value}[\s-]*(?<unit>y|yrs?|years?|months?|mo|weeks?)(?=[,.;]|\s?$)`,
    ),
    pattern(String.raw`(?:^|[.;]\s)${value}-year-old`),
  ],
  fr: [
    pattern(
      String.raw`(?<=n[ée]onat\p{L}*,? |nouveau-n[ée],? )(?<unit>J)(?<number>\d{1,2})(?=[,. ])`,
    ),
    pattern(
      String.raw`(?:visite|examen|consultation|bilan) (?:des|du) ${value}(?:e|[èe]me)?\s*(?<unit>mois|ans|semaines)${wordAfter}`,
    ),
    pattern(String.raw`(?:^|[,;(:]\s?)${value}\s*(?<unit>ans|mois|jours)(?=\s*[,.;)]|\s?$)`),
    pattern(
      String.raw`(?<!\p{L})(?:[A-ZÀ-Ü]\.|\p{Lu}\p{Ll}+|patiente?|homme|femme|madame|monsieur|dame)\s?,\s?${value}\s*(?<unit>ans|mois|a)${wordAfter}`,
      'gu',
    ),
    pattern(String.raw`${value}\s*(?<unit>ans)${wordAfter}`),
    pattern(
      String.raw`${value}\s*(?<unit>mois)${wordAfter}(?= (?:elle|il|a |qui|avec|fi[èe]vre|am))`,
    ),
  ],
} as const

/** A number by itself at the head of a note, where nothing else is said. */
export const bareAges = {
  en: [/(?<=^|[a-z], |[a-z]\. )(?<number>\d{2})(?=[,.]|$)/g, /^(?<number>\d{2})(?=[,.](?:\s|$))/g],
  fr: [/^(?<number>\d{2})(?=[,.](?:\s|$))/g],
} as const

/** What stands beside an age that is a relative's, of before, or none. */
export const notAges = {
  en: {
    after:
      /^[\s-]*(?:(?!(?:whose|with|and|who|has|had)(?!\p{L}))\p{L}+ ){0,2}(?:son|daughter|brother|sister|sibling|mother|father|husband|wife|spouse|cousin|twin|niece|nephew|grand\p{L}+|roommate|friend)s?(?![\p{L}])|^\s*(?:(?:ago|later|earlier|post|after|before)(?!\p{L})|pregnan|gestation|of (?:gestation|treatment|therapy|symptoms))/iu,
    before:
      /(?<!\p{L})(?:mother|father|mum|mom|dad|brother|sister|sibling|son|daughter|husband|wife|uncle|aunt|cousin|partner|grand\p{L}+)s?(?!\p{L})(?! of (?:\d|two|three|four|five|six|seven|eight|nine|ten|several))(?!['’]?s? (?:son|daughter|boy|girl))(?![^.;]*(?<!\p{L})(?:s?he['’]?s?|s?he is)(?!\p{L}))[^.;]{0,20}$|(?:\bhis|\bher|\btheir) $|(?<!\p{L})(?:breast-?\s?feed(?:ing|s)|feeding|nurs(?:ing|es)|mother (?:of|to)|lives with|caring for|looks after|looking after)(?: (?:an?|her|his|their|two|three|twin))*[\s(]+$/iu,
    past: /(?<!\p{L})(?:since|at|from|until|by|died|diagnosed|before|after|when|while|once|operated|removed|repaired|for|x|over|past|last|every|first|onset|in|within|than|bed|room|ward|temp(?:erature)?|T|Tmax|fever|febrile|catheter|sonde|gestational|about an?|born(?: at)?)(?!\p{L})(?: (?:the|he|she|was|an?|his|her|age|aged?|of|two|last|past))*\s*(?:age )?$|[<>≥≤]\s*$/iu,
  },
  fr: {
    after:
      /^\s*(?:apr[èe]s|avant|plus tard|d['’](?!origine|ethnie|ascendance)|de (?:traitement|recul|suivi|grossesse|gestation|tabac|vie commune|r[ée]mission)|par|sur|de suite)/iu,
    before:
      /(?<!\p{L})(?:m[èe]re|p[èe]re|fr[èe]re|s(?:œ|oe)ur|oncle|tante|cousine?|mari|conjointe?|[ée]pou(?:x|se)|(?:son|sa) (?:fils|fille)|maman|papa)(?!\p{L})(?! d['’e])[^.;:]{0,24}$|(?<!\p{L})(?:allait\p{L}*|maman|m[èe]re|papa|p[èe]re|accouch\p{L}*)(?: (?:toujours|encore|exclusivement))? (?:d['’]une? |de (?:son|sa) |son |sa |un |une )(?:\p{L}+ )?$/iu,
    past: /(?<!\p{L})(?:depuis|à|pendant|il y a|dans|vers|tous les|toutes les|par|durant|d[èe]s|jusqu['’]|jusqu['’][àa]|avant|apr[èe]s|pour|l['’][âa]ge de|sur|moins de|plus de|environ|en|chaque|mort|d[ée]c[ée]d[ée]e?|diagnostiqu[ée]e? [àa]|enceinte de|grossesse de|ces|les|derniers|lit|chambre|il y a environ|pdt|traitement de)(?!\p{L})(?: (?:plus de|environ|les|l['’][âa]ge de|peu pr[èe]s|l['’]))?\s*$|(?<!\p{L})(?:allait\p{L}*|maman|m[èe]re) (?:un |une |d['’]un |d['’]une )(?:enfant|b[ée]b[ée]|nourrisson|fils|fille|gar[çc]on) de\s*$/iu,
  },
} as const
