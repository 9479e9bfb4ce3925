import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Named } from '../patient/named.ts'

/**
 * A cancer that is named by its tissue and its organ apart, "adenocarcinoma of the sigmoid colon", "carcinome épidermoïde de la langue",
 * where no one name has both: the organ's cancer beside the tissue's. Not of an organ it has spread to. Rule `cancer-of-organ@1`.
 */
export function cancersOfOrgans(text: string, vocabulary: Vocabulary): Named[] {
  if (!tissue.test(text)) return []
  return [...text.matchAll(ofOrgan)].flatMap((match): Named[] => {
    if (spread.test(text.slice(Math.max(0, match.index - 24), match.index))) return []
    const { between = '', organ = '' } = match.groups ?? {}
    const term = organs.find(([pattern]) => pattern.test(organ))?.[1]
    const concept = term === undefined ? undefined : vocabulary.byName(term)
    if (!concept) return []
    const end = match.index + match[0].length
    const start = match.index + match[0].indexOf(between) + between.length
    return [{ start: Math.min(start, end - organ.length), end, term: concept.term }]
  })
}

const tissue = /carcinom|malignan|cancer/i
const spread = /(?:metasta\p{L}+|spread|métasta\p{L}+|suspected|rule out)\s+(?:\p{L}+\s+)?$/iu
const organWords = String.raw`(?:sigmo[iï]d(?:e|[- ]colon)?|c(?:a)?ecum|cæcum|colons?|côlon|rectum|recto-?sigmo[iï]de?|stomach|gastric antrum|cardia|estomac|pancreas|pancréas|(?:o)?esophagus|œsophage|lungs?|(?:upper|lower|middle) lobe|poumons?|lobe (?:supérieur|inférieur|moyen)|breasts?|seins?|prostate|urinary bladder|bladder|vessie|kidneys?|reins?|ovar(?:y|ies)|ovaires?|cervix|col (?:de l['’]utérus|utérin)|endometrium|endomètre|uterus|utérus|tongue|langue|larynx|tonsils?|amygdales?|oropharynx|hypopharynx|nasopharynx|floor of (?:the )?mouth|oral cavity|plancher (?:buccal|de la bouche)|cavité buccale|thyroid(?: gland)?|thyroïde|liver|foie|gall ?bladder|vésicule biliaire|bile ducts?|voies biliaires|anus|anal canal|canal anal|vulva|vulve|penis|verge|testis|testicule|skin|peau|scalp)`
const ofOrgan = new RegExp(
  String.raw`(?<![\p{L}])(?:adeno-?\s?carcinoma|adénocarcinome|(?:squamous[- ]cell |urothelial |ductal |lobular |serous |invasive |infiltrating |small[- ]cell |large[- ]cell |endometrioid |papillary |épidermo[iï]de )*carcinom[ae]|carcinome(?: \p{L}+){0,2}?|malignan(?:t tumou?r|cy)|tumeur maligne)(?<between> (?:of|in|involving|de|du|des|au|à)(?: (?:the|la|les|le|her|his|their))? ?(?:l['’])?(?:(?:left|right|distal|proximal|mid(?:dle)?|upper|lower|ascending|descending|transverse|head of the|tail of the|body of the|base of the|lateral border of the|tête du|bord (?:droit|gauche) de la|bas|haut|moyen)[ -]){0,2})(?<organ>${organWords})(?![\p{L}])`,
  'giu',
)

const organs: readonly (readonly [RegExp, string])[] = [
  [/^recto-?sigm|^rectum/i, 'Rectal Neoplasms'],
  [/sigm|^c(?:a)?ecum|^cæcum|colon|côlon/i, 'Colonic Neoplasms'],
  [/stomach|gastric|cardia|estomac/i, 'Stomach Neoplasms'],
  [/pancr/i, 'Pancreatic Neoplasms'],
  [/esophag|œsophage/i, 'Esophageal Neoplasms'],
  [/lung|lobe|poumon/i, 'Lung Neoplasms'],
  [/breast|sein/i, 'Breast Neoplasms'],
  [/prostate/i, 'Prostatic Neoplasms'],
  [/gall ?bladder|vésicule/i, 'Gallbladder Neoplasms'],
  [/bladder|vessie/i, 'Urinary Bladder Neoplasms'],
  [/kidney|rein/i, 'Kidney Neoplasms'],
  [/ovar|ovaire/i, 'Ovarian Neoplasms'],
  [/cervix|^col /i, 'Uterine Cervical Neoplasms'],
  [/endom/i, 'Endometrial Neoplasms'],
  [/ut[eé]rus/i, 'Uterine Neoplasms'],
  [/tongue|langue/i, 'Tongue Neoplasms'],
  [/larynx/i, 'Laryngeal Neoplasms'],
  [/tonsil|amygdale/i, 'Tonsillar Neoplasms'],
  [/nasopharynx/i, 'Nasopharyngeal Neoplasms'],
  [/oropharynx/i, 'Oropharyngeal Neoplasms'],
  [/hypopharynx/i, 'Hypopharyngeal Neoplasms'],
  [/mouth|oral|bouche|buccal/i, 'Mouth Neoplasms'],
  [/thyro/i, 'Thyroid Neoplasms'],
  [/liver|foie/i, 'Liver Neoplasms'],
  [/bile|biliaires/i, 'Bile Duct Neoplasms'],
  [/anus|anal/i, 'Anus Neoplasms'],
  [/vulv/i, 'Vulvar Neoplasms'],
  [/penis|verge/i, 'Penile Neoplasms'],
  [/testi/i, 'Testicular Neoplasms'],
  [/skin|peau|scalp/i, 'Skin Neoplasms'],
]
