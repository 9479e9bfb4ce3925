/**
 * Whether a sentence states a tissue, a marker or a grade and nothing else beside it: "Lung adenocarcinoma of the right upper lobe,
 * biopsy proven", "HER2 negative by IHC". Any other word in that part ("stains lean toward", "on the first sample", "by the letter of")
 * may turn it, in more ways than a list of turns could hold. Rule `bare-statement@1`.
 */
export function isBareStatement(text: string): boolean {
  if (contrast.test(text)) return false
  return text
    .split(/[,;:()/]|\.(?=\s|$)|(?<!\p{L})(?:and|et)(?!\p{L})/u)
    .filter((part) => value.test(part))
    .every((part) =>
      [...part.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+-]*/gu)].every(
        ([word]) => plain.test(word) || sign.test(word),
      ),
    )
}

const contrast =
  /(?<!\p{L})(?:but|mais|however|although|though|cependant|toutefois|because|so|then|puis)(?!\p{L})/iu
const value =
  /carcinom|sarcom|m[eé]soth[eé]liom|s[eé]minom|n[eé]gati[vf]|wild|sauvage|rankin|mRS|kellgren|hoehn|g[eé]notype|gold|killip/iu

const people = String.raw`an?|the|this|une?|le|la|les|l|d|he|she|il|elle|\d+|year|years|old|\d+-year-old|ans|man|woman|men|women|male|female|gentleman|lady|homme|femme|patiente?|with|avec|has|have|is|est|a|atteinte?|porteu(?:r|se)|diagnosed|diagnosis|diagnostic|for|pour|since|depuis|now|today|aujourd|hui|ce|jour|currently|known|connue?|was|were|are|been|sont|found|to|two|deux|suivie?|followed|treated|traitée?|patients?|presents|presented|adults?|CT`
const places = String.raw`of|du|de|des|in|right|left|both|sides?|knees?|genou\p{L}*|bilat\p{L}*|upper|lower|middle|lobe|lobar|distale?|proximale?|lungs?|pulmona\p{L}*|poumon|bronch\p{L}*|[oœ]?e?sophag\p{L}*|œsophag\p{L}*|stomach|gastri\p{L}*|estomac|colon\p{L}*|colorect\p{L}*|rect\p{L}*|breast|sein|mamma\p{L}*|prostat\p{L}*|pancrea\p{L}*|pancréa\p{L}*|ductal\p{L}*|canalaire|lobula\p{L}*|kidney|renal|rénale?s?|rein|thyro\p{L}*|bladder|vessie|uterus|utérus|cervi\p{L}*|col|ovar\p{L}*|ova\p{L}*|head|neck|oropharyn\p{L}*|larynx|laryn\p{L}*|testic\p{L}*|pleur\p{L}*|urothel\p{L}*|uroth\p{L}*|droite?|gauche|supérieure?|inférieure?|bas|haut|junction|jonction|liver|bone|brain|skin|sigmo\p{L}*|hépat\p{L}*|hepat\p{L}*|foie|oss\p{L}*|anal|anus|canal|vulv\p{L}*|endomet\p{L}*|endom[eé]t\p{L}*|bili\p{L}*|nodes?|lymph|ganglion\p{L}*`
const tumours = String.raw`\p{L}*carcin\p{L}*|\p{L}*sarcom\p{L}*|\p{L}*s[eé]minom\p{L}*|m[eé]soth[eé]liom\p{L}*|melanom\p{L}*|mélanom\p{L}*|lymphom\p{L}*|gliom\p{L}*|glioblastom\p{L}*|leuk\p{L}*|leuc\p{L}*|cancers?|tumou?rs?|tumeurs?|cells?|cellules?|non|non-\p{L}+|non-small-cell|small|small-cell|petites|à|clear|claires|papilla\p{L}*|squam\p{L}*|squamous-cell|transitional|metasta\p{L}*|métasta\p{L}*|advanced|avancée?|locally|localement|recurrent|invasi\p{L}*|infiltrant\p{L}*|unresect\p{L}*|inop\p{L}*|stages?|stade|grades?|class|classe|score|scale|types?|NSCLC|CBNPC|[ivx]+[abc]?|[cpyu]*T\d\p{L}*\d*\p{L}*\d*\p{L}*|N\d|M\d|well|moderately|poorly|differentiated|différenciée?|newly|treated|untreated|chronic|chronique|[eé]pidermo\p{L}*|malpighi\p{L}*|spinocell\p{L}*|medull\p{L}*|médull\p{L}*|follicul\p{L}*|anaplasti\p{L}*|anaplasi\p{L}*|chromophobe|s[eé]reu\p{L}*|serous|infections?|primary|primitif`
const results = String.raw`biops\p{L}*|proven|proved|prouvée?|confirm(?:s|ed|ée?|e)|patholog\p{L}*|histolog\p{L}*|shows?|showed|showing|montre|retrouve|revealed|reveals|on|by|par|IHC|FISH|NGS|PCR|sequencing|séquençage|immuno\p{L}*|status|statut|n[eé]gati\p{L}*|positi\p{L}*|triple|triple-\p{L}+|mutation\p{L}*|mutated|fusions?|rearrang\p{L}*|réarrang\p{L}*|translocation|gene|amplif\p{L}*|wild|wild-type|sauvage|receptors?|récepteurs?|hormon\p{L}*|oestrog\p{L}*|estrogen|progest\p{L}*|no|or|ou|ni|nor|her2\p{L}*|her2-\p{L}+|\p{L}+\d*-(?:negative|positive|n[eé]gatif|mutated)|hepatitis|hépatite|c|b|\d\+|hbeag|hbsag|hbs|hbe|hbc|ag|ac|ab|vhb|vhc|vih|anti-\p{L}+|antibod\p{L}*|anticorps|antigen|antigène|h|pylori|helicobacter|histologically|rheumato\p{L}*|rhumato\p{L}*|factor|facteur|arthritis|anti-?nucl\p{L}*|acetylcholine|aquaporin\p{L}*|papillom\p{L}*|human|humain|epstein|epstein-barr|barr|philadelphi\p{L}*|chromosome|d[eé]l[eé]tion|islet|surface|virus|rankin|mrs|modified|modifiée?|kellgren\p{L}*|kellgren-lawrence|lawrence|hoehn|yahr|genotypes?|génotypes?|gold|killip|parkinson\p{L}*|s|disease|maladie|stroke|avc|ischemic|ischémique|osteoarthritis|arthrose|gonarthrose|copd|bpco|despite|malgré`
const plain = new RegExp(`^(?:${people}|${places}|${tumours}|${results})$`, 'iu')
/** A marker's or a stage's sign, in capitals: "EGFR", "PD-L1", "T3N1". */
const sign = /^(?=.*\p{Lu}.*[\p{Lu}\d])[\p{Lu}\p{N}+-]+$/u
