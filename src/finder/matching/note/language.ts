/** The language a note is read in: `mixed` is read as both, `other` is neither English nor French. */
export type ReadLanguage = 'en' | 'fr' | 'mixed' | 'other'

/** By the small words that only one language has, and by letters with accents; English where nothing tells. */
export function languageOf(text: string): ReadLanguage {
  const part = text.slice(0, 20_000)
  const { en, fr, other } = pointsOf(part)
  const letters = part.match(/\p{L}/gu)?.length ?? 0
  const latin = part.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters > 10 && latin * 2 < letters) return 'other'
  if (other >= 3 && other > 2 * Math.max(en, fr)) return 'other'
  if (Math.min(en, fr) >= 4 && Math.min(en, fr) * 4 > Math.max(en, fr)) return 'mixed'
  return fr > en ? 'fr' : 'en'
}

/** The language of one sentence of a mixed note. */
export function languageOfSentence(text: string, otherwise: 'en' | 'fr'): 'en' | 'fr' {
  const { en, fr } = pointsOf(text)
  if (en === fr) return otherwise
  return en > fr ? 'en' : 'fr'
}

function pointsOf(text: string): { en: number; fr: number; other: number } {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return { en: count(english), fr: count(french) + count(accents), other: count(others) }
}

const english =
  /(?<![\p{L}’'])(?:the|and|of|with|is|was|were|has|had|have|her|his|she|he|they|who|for|from|to|at|no|not|denies|years?|yo|old|since|history|today|now|this|that|but|after|before|started|stopped|given|woman|man|boy|girl|lady|daughter|mother|father|pain|blood|tablets?|takes?|daily|brought|by|currently|presents?|known)(?![\p{L}])/giu
const french =
  /(?<![\p{L}])(?:le|la|les|des|du|et|avec|est|sont|pas|sans|pour|sous|depuis|ans|mois|jours|une|un|il|elle|au|aux|en|par|dans|chez|sur|ni|mais|puis|qui|que|son|ses|sa|ce|cette|homme|femme|madame|monsieur|mme|enfant|fille|garçon|patiente|traitement|antécédents?|ATCD|âgée?|né|née|arrêtée?|pas de|je|nous|ma|mon|hier|sortie|demain|stop|tabac|douleurs?|TA|FC|nég|chez|sem|gél)(?![\p{L}])|(?<![\p{L}])[dlnjcs]['’](?=\p{L})/giu
const accents = /(?<=\p{L})[éèêàçœî]|(?<![\p{L}])[éàœ]/giu
const others =
  /(?<![\p{L}])(?:der|die|das|und|mit|nicht|ist|ein|eine|wurde|seit|bei|jahre|el|los|las|con|del|una|años|paciente|por|para|presenta|sin|gli|della|anni|che|non|paziente|het|een|niet|van|met|jaar|och|som|med|não|com|uma|anos|dos)(?![\p{L}])/giu

/**
 * Whether a sentence is in another language than English and French (German, Spanish, Italian, Dutch or Portuguese), by its small words:
 * « kein Diabetes », "paciente con asma". It states nothing. Rule `foreign-sentence@1`.
 */
export function isForeignSentence(text: string): boolean {
  const only = new Set(text.toLowerCase().match(onlyForeign)).size
  if (only === 0 && !foreign.test(text)) return false
  const all = only + new Set(text.toLowerCase().match(alsoForeign)).size
  const ours =
    (text.match(english)?.length ?? 0) + (text.replace(shared, ' ').match(french)?.length ?? 0)
  return all > ours && (only > 0 || all > 2)
}

/** Whether anything of a sentence is told to be English or French. */
export function isTellingItsLanguage(text: string): boolean {
  const { en, fr } = pointsOf(text)
  return en + fr > 0
}

const german = String.raw`kein|keine[nrms]?|nicht|seit|wurde[n]?|wird|jahren?|j[äa]hrige[rns]?|patientin|m[äa]nnlich\p{L}*|weiblich\p{L}*|ausgeschlossen\p{L}*|leidet|nimmt|wegen|ohne|bekannt\p{L}*|keinerlei`
const spanish = String.raw`paciente|años|niega|refiere|tiene|padece|mujer|hombre|varón|niñ[oa]|hace|enfermedad|antecedentes de`
const italian = String.raw`paziente|della|dello|delle|degli|nella|anni|affett[oa]|uomo|donna|senza|nessun[oa]?|soffre`
const dutch = String.raw`niet|geen|jaar|jarige|patiënte?|heeft|sinds|lijdt|wordt|vrouw|zonder`
const portuguese = String.raw`não|doente|anos|criança|menin[oa]|homem|mulher|sofre|uma`
const onlyForeign = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${german}|${spanish}|${italian}|${dutch}|${portuguese})(?![\p{L}\d])`,
  'giu',
)
/** Small words that names or other languages may have as well. */
const alsoForeign =
  /(?<![\p{L}\d])(?:der|das|dem|und|mit|ist|eine?[rnms]?|bei|nach|auch|el|los|las|con|del|una|por|para|presenta|desde|gli|di|che|ed|nel|een|het|van|voor|bij|zijn|ook|com|não|sem|dos|das|há)(?![\p{L}\d])/giu
const foreign = new RegExp(alsoForeign.source, 'iu')
/** Small words that French has with one of them. */
const shared = /(?<!\p{L})(?:la|le|les|un|une|en|que|son|ma|par|il|me|au|des|du|ses)(?!\p{L})/giu
