/** The languages that the product speaks, by their ISO 639-1 codes. */
export type Language = 'en' | 'fr'
