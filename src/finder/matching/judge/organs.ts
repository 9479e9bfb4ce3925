/** Parts of the body, each by the words that name it in English, French and medical Latin. */
const organs: Readonly<Record<string, RegExp>> = {
  heart: /\b(?:heart|cardi\w+|coronar\w+|myocard\w+|ventric\w+|valv\w+|c[œo]e?ur|cardiaque)/i,
  vessels: /\b(?:arter\w+|vein|venous|vascul\w+|aort\w+|artère|veine)/i,
  lung: /\b(?:lungs?|pulmon\w+|bronch\w+|respirat\w+|pleur\w+|poumons?)/i,
  liver: /\b(?:livers?|hepat\w+|biliary|bile|foie|hépat\w+|cirrho\w+)/i,
  kidney: /\b(?:kidneys?|ren(?:al|is)|nephr\w+|dialys\w+|rein|rénal\w*|néphr\w+)/i,
  brain: /\b(?:brain|cerebr\w+|neuro\w+|crani\w+|seizur\w+|epilep\w+|stroke|cerveau|cérébr\w+)/i,
  mind: /\b(?:psych\w+|mental\w*|depress\w+|suicid\w+|schizo\w+|bipolar|dépress\w+)/i,
  blood: /\b(?:blood|hemato\w+|haemato\w+|bleed\w*|coagul\w+|anemi\w+|anaemi\w+|sang|hémat\w+)/i,
  marrow: /\b(?:marrow|leuk[a-z]+|lymphom\w+|moelle|leucém\w+)/i,
  gut: /\b(?:gastr\w+|stomach|bowel|intestin\w+|colon|colitis|colorect\w+|rect\w+|estomac|côlon)/i,
  pancreas: /\bpancrea\w+/i,
  skin: /\b(?:skin|derm\w+|cutane\w+|rash|peau|cutané\w*)/i,
  bone: /\b(?:bones?|osteo\w+|fractur\w+|joints?|arthr\w+|os\b|ostéo\w+|articul\w+)/i,
  eye: /\b(?:eyes?|ocul\w+|ophthalm\w+|retin\w+|vision|visual|[œo]eil|yeux|rétin\w+)/i,
  ear: /\b(?:ears?|hearing|otitis|deaf\w*|oreille|surdité)/i,
  thyroid: /\b(?:thyro\w+|hypothyr\w+|hyperthyr\w+)/i,
  breast: /\b(?:breast|mamma\w+|sein)\b/i,
  prostate: /\bprostat\w+/i,
  uterus: /\b(?:uter\w+|cervi(?:x|cal cancer)|ovar\w+|endometri\w+|gyn\w+)/i,
  bladder: /\b(?:bladder|urin\w+|urolog\w+|vessie)/i,
  immunity: /\b(?:immun\w+|transplant\w+|graft\w*|hiv|aids|greffe)/i,
  infection: /\b(?:infect\w+|sepsis|septic\w*|tubercul\w+|hepatitis|hépatite)/i,
  cancer:
    /\b(?:cancer\w*|malignan\w+|tumou?r\w*|carcinom\w+|metasta\w+|neoplas\w+|tumeur\w*|métasta\w+)/i,
}

/** The parts of the body that a text names. Rule `organ@1`. */
export function organsIn(text: string): readonly string[] {
  return Object.entries(organs).flatMap(([organ, words]) => (words.test(text) ? [organ] : []))
}
