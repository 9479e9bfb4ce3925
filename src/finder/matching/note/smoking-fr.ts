/** Words that name smoking in French and in no English list: "un paquet par jour", "n'a jamais touché une cigarette". */
export const aboutInFrench =
  /(?<!\p{L})(?:paquets? (?:par|\/) ?j(?:our)?|cigarettes?|clopes?|cig(?= ?\/ ?j)|tabac|tabagi\p{L}*|fum(?:e|es|eurs?|euses?|er|ait|ais|[ée]e?s?)|paquets?[- ]ann[ée]es?|PA(?=,|\.|\)|;|$))(?!\p{L})/iu

/** What a French sentence says of smoking, or undefined where no wording of these is found. Rule `smoking-fr@1`. */
export function smokingInFrench(sentence: string): 'current' | 'former' | 'never' | undefined {
  const text = sentence.replace(otherSmoke, ' ')
  if (!aboutInFrench.test(text) || wishes.test(text)) return undefined
  if (again.test(text)) return 'current'
  if (never.test(text) && !since.test(text)) return 'never'
  if (notStopped.test(text)) return 'current'
  if (since.test(text) || former.test(text)) return 'former'
  return current.test(text) ? 'current' : undefined
}

/** What is smoked and is no tobacco, and the smoke of others. */
export const otherSmoke =
  /fum\p{L}* (?:\p{L}+ ){0,2}(?:joints?|cannabis|haschich|shit|herbe)(?!\p{L})|(?:exposition au )?taba(?:gisme|c) passif/giu

/** What is only advised, wished or tried. */
const wishes =
  /(?:souhait|veut|voudrait|conseil|envisag|motiv|essa[iy]|incit|encourag|propos|aide [àa])\p{L}*[^.;]{0,24}(?:arr[êe]t|sevr|fumer)/iu

const again = /repris (?:le tabac|la cigarette|de fumer|à fumer)|rechute tabagique|refume/iu

const never =
  /(?<!\p{L})(?:n['’ ]?a(?:i|s)? jamais (?:touch[ée]|fum[ée]|consomm[ée]|pris|go[ûu]t[ée]|[ée]t[ée] fumeu\p{L}+)(?: (?:à |de )?(?:la |une |une seule |au |du |de )?(?:cigarettes?|tabac))?(?=\s*(?:[.,;()]|$|et|ni))|jamais (?:de |touch[ée] (?:à |au ))?(?:tabac|cigarettes?|fumeu\p{L}+)|nie (?:tout |toute |un |le )?(?:tabac\p{L}*|tabagisme|consommation de tabac|intoxication tabagique)|(?:absence de|pas d['’e]|aucune?|sans|ni) ?(?:intoxication tabagique|tabagisme|tabac|consommation de tabac|cigarettes?)(?! (?:depuis|actuel))|non[- ]?tabagique|non[- ]?fumeu(?:r|se)s?|(?:n['’]est pas|n['’]a pas [ée]t[ée]) fumeu\p{L}+|taba(?:c|gisme)\s?[:=]\s?(?:0(?![.,]?\d)|z[ée]ro|non(?! sevr)|jamais|aucun)|(?:ne )?fumes? (?:pas|ni))(?!\p{L})/iu

/** "Non fumeur depuis 2010": before that, a smoker. */
const since =
  /non[- ]fumeu(?:r|se)s? depuis (?!toujours|l['’]enfance)|ne (?:fumes?|fument) plus|plus de (?:tabac|cigarettes?) depuis/iu

const notStopped = /(?:non|pas|jamais|difficilement|mal) (?:encore )?(?:sevr|arr[êe]t)\p{L}*/iu

const former =
  /(?<!\p{L})sevr[ée]e?(?: depuis [^,;.]{0,20}| en (?:19|20)\d\d)?,? \(?\d+ ?(?:PA|paquets)|\d+ ?(?:PA|paquets?[- ]ann[ée]es?)\)?,? sevr[ée]|(?<!\p{L})(?:(?:ancien(?:ne)?s?|ex)[- ](?:tr[èe]s )?(?:gros(?:se)?s? |grande?s? |petite?s? |fortes? |l[ée]g[èe]re?s? )?(?:fumeu\p{L}+|tabagi\p{L}+)|fumeu(?:r|se)[^.;]{0,24}(?:sevr[ée]e?|repentie?|abstinente?)|(?:tabac\p{L}*|tabagi\p{L}*)[^.;]{0,30}?(?:sevr[ée]e?|arr[êe]t[ée]e?|stopp[ée]e?|interrompue?|cess[ée]e?)(?!\p{L})|(?:a|ai|ayant|avait|avoir) (?:d[ée]j[àa] |enfin )?(?:arr[êe]t[ée]|cess[ée]|stopp[ée]) (?:de fumer|le tabac|la cigarette|la clope)|sevrage tabagique (?:depuis|en \d|il y a|effectu|r[ée]ussi|obtenu|fait|complet)|arr[êe]t (?:du )?tabac(?:ique|gisme)? (?:depuis|en|il y a|à|avant)|(?:a|ai) fum[ée] (?:jusqu|pendant|\d|dans|de \d)|fumai[st])/iu

const number =
  '(?:\\d[\\d,.]*|une?|deux|trois|quatre|cinq|six|dix|douze|quinze|vingt|trente|quarante|demi|½|1/2|quelques|plusieurs)'
const current = new RegExp(
  `(?<!\\p{L})(?:fumes? (?:\\p{L}+ment |parfois |encore |toujours |beaucoup |un peu |trop |du |environ |le |la |de |des |jusqu['’]à )*(?:${number}|tabac|pipe|cigar\\p{L}*|week|soir|en soir[ée]e|[.,;]|$)|fumes? (?:encore|toujours|beaucoup|parfois|occasionnel\\p{L}*|quotidien\\p{L}*|un|le|la|en)|fumeu(?:r|se)s?(?! passi)|${number}[- ](?:demi-)?paquets? (?:de cigarettes )?(?:par|\\/|à) ?j(?:our)?|${number} ?(?:cig|cigarettes?|clopes?) ?(?:par|\\/) ?j(?:our)?|taba(?:c|gisme) (?:occasionnel|festif|actif|active|quotidien|persistant|poursuivi|mod[ée]r[ée]|important)|tabagisme (?:[àa] |estim[ée] [àa] )?\\d|taba(?:c|gisme)\\s?[:=]\\s?(?:oui|actif|${number})|intoxication tabagique (?:active|en cours|estim[ée]e|[àa] \\d|\\d))`,
  'iu',
)
