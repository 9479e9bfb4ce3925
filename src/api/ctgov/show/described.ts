import { enums, type EnumName } from '../../../finder/registry/enums.ts'
import { oldSpelling } from '../../../finder/registry/pieces/old-spellings.ts'
import { type AreaPart, pieces, searchAreas } from '../../../finder/registry/pieces/pieces.ts'
import { typeName } from './metadata.ts'

/** The search areas as `/studies/search-areas` gives them. */
export function describedAreas(): readonly object[] {
  const areas = searchAreas.map(({ name, param, label, parts }) => ({
    name,
    param,
    uiLabel: label,
    parts: parts.map(describedPart),
  }))
  return [{ name: 'Study', areas }]
}

function describedPart({ piece, weight, hasSynonyms }: AreaPart): object {
  return {
    pieces: [piece.name],
    type: typeName(piece),
    isEnum: piece.enumName !== undefined,
    isSynonyms: hasSynonyms,
    weight,
  }
}

/** The enumerations that fields have, as `/studies/enums` gives them, each value with its old spelling. */
export function describedEnums(): readonly object[] {
  return (Object.keys(enums) as EnumName[]).flatMap((type) => {
    const fields = pieces.filter(({ enumName }) => enumName === type)
    if (fields.length === 0) return []
    const values = [...enums[type]].map((value) => ({
      value,
      legacyValue: oldSpelling(type, value),
    }))
    return [{ type, pieces: fields.map(({ name }) => name), values }]
  })
}
