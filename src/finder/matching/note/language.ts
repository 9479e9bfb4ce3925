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
