/** When what this server says of itself last changed: `yyyy-MM-dd`. */
export const definitionDate = '2026-12-01'

/** Who says it. */
export const publisher = 'Trialway'
