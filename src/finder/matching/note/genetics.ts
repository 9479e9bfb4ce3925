import type { Named } from '../patient/named.ts'

/**
 * Karyotypes, genotypes and antibodies that are themselves the name of a disease. Only sure ones: a carrier, a single
 * heterozygous variant or a raised antibody alone is not among them. Rule `named-by-test@1`.
 */
export function geneticsIn(text: string): Named[] {
  const found: Named[] = []
  for (const [pattern, term] of names)
    for (const match of text.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, term })
  return found
}

const names: readonly (readonly [RegExp, string])[] = [
  [/\b4[78] ?, ?X[XY] ?, ?\+ ?21\b|\btrisom(?:y|ie) 21\b/gi, 'Down Syndrome'],
  [/\b47 ?, ?X[XY] ?, ?\+ ?18\b|\btrisom(?:y|ie) 18\b/gi, 'Trisomy 18 Syndrome'],
  [/\b47 ?, ?X[XY] ?, ?\+ ?13\b|\btrisom(?:y|ie) 13\b/gi, 'Trisomy 13 Syndrome'],
  [/\b45 ?, ?X(?:0|O)?(?![XY\w])/g, 'Turner Syndrome'],
  [/\b4[78] ?, ?XXX?Y\b/g, 'Klinefelter Syndrome'],
  [
    /\b22q11(?:\.2)? (?:micro)?del[ée]tion\b|\b(?:micro)?del[ée]tion 22q11(?:\.2)?/gi,
    'DiGeorge Syndrome',
  ],
  [
    /\b16p11\.2 (?:micro)?deletion\b|\b(?:micro)?d[ée]l[ée]tion 16p11\.2/gi,
    '16p11.2 Deletion Syndrome',
  ],
  [
    /\b(?:F508del|ΔF508|delta ?F508)\s?\/\s?(?:F508del|ΔF508|delta ?F508)|\bF508del homozyg\w+|homozyg\w+ (?:for |pour )?(?:the )?F508del/gi,
    'Cystic Fibrosis',
  ],
  [
    /\b(?:hemoglobin|h[ae]+moglobin|h[ée]moglobine|Hb) ?S ?\/? ?[SC]\b|\bHbS[SC]\b/gi,
    'Anemia, Sickle Cell',
  ],
]
