/**
 * The countries (ISO codes) in which readers of a language are likeliest to live, the likeliest first: what several
 * countries write alike, such as a postcode of five digits, is looked for there before anywhere else.
 */
export const readerCountries: Readonly<Record<'en' | 'fr', readonly string[]>> = {
  en: ['US', 'GB', 'CA'],
  fr: ['FR', 'RE', 'GP', 'MQ', 'GF', 'YT', 'BE', 'CH', 'CA', 'LU'],
}

/** The countries with the most sites in the registry, the most first: they come after the reader's own. */
const mostSites = ['US', 'FR', 'CA', 'GB', 'DE', 'ES', 'IT', 'BE', 'NL', 'AU', 'CN', 'KR']

/** The order in which countries are taken for a reader of a language, for as many as are told apart. */
export function countryOrder(language: 'en' | 'fr'): readonly string[] {
  return [...new Set([...readerCountries[language], ...mostSites])]
}
