/** When what this server says of itself last changed: `yyyy-MM-dd`. */
export const definitionDate = '2026-11-30'

/** Who says it. */
export const publisher = 'Trialway'
