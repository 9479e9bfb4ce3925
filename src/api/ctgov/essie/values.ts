import type { Where } from '../../../finder/catalogue/model/where.ts'
import { enums } from '../../../finder/registry/enums.ts'
import { plainPath } from '../../../finder/registry/pieces/branches.ts'
import { valueSpelled } from '../../../finder/registry/pieces/old-spellings.ts'
import type { Piece } from '../../../finder/registry/pieces/pieces.ts'
import { readRangeEnd } from './range-end.ts'
import { type EssieFault, essieFault, faultOnOwnLine, shownInput } from './essie-fault.ts'
import { allWhere } from './parts.ts'

/** What a value written after `AREA[…]` asks of a field that is not of words; undefined where words are looked for. */
export function whereValue(piece: Piece, text: string): Where | EssieFault | undefined {
  switch (piece.type) {
    case 'enum':
      return whereEnum(piece, text)
    case 'boolean':
      return whereYesNo(piece, text)
    case 'date':
    case 'time':
    case 'integer':
      return whereBound(piece, text)
    case 'nct':
      return whereIds(piece, text)
    case 'geo':
      return essieFault(
        `field \`${plainPath(piece)}\` is asked with DISTANCE[latitude,longitude,radius]`,
      )
    case 'text':
    case 'markup':
      return undefined
  }
}

/** A fault that says how values of a field are written. */
export function badValue({ type, path }: Piece, text: string): EssieFault {
  const form = { date: 'yyyy, yyyy-MM or yyyy-MM-dd', time: 'as in `18 Years`' }
  const written = type === 'date' || type === 'time' ? form[type] : 'digits'
  return faultOnOwnLine(
    `Invalid value \`${shownInput(text)}\` for field \`${plainPath({ path })}\`: values are written ${written}`,
  )
}

/** Several phases in one value, as `Phase 2/Phase 3`, are all of them. */
function whereEnum(piece: Piece, text: string): Where | EssieFault {
  const { enumName, name, path } = piece
  if (!enumName) return essieFault(`field \`${plainPath(piece)}\` has no list of values`)
  const whole = valueSpelled(enumName, text)
  const values = whole === undefined ? text.split('/').map(spelled) : [whole]
  if (values.every((value) => value !== undefined))
    return allWhere(values.map((value) => ({ kind: 'value', piece: name, values: [value] })))
  const allowed = [...enums[enumName]].toSorted().map((value) => `\`${value}\``)
  return faultOnOwnLine(
    `Allowed values for enum field \`${plainPath({ path })}\` are ${allowed.join(', ')}`,
  )

  function spelled(part: string): string | undefined {
    return enumName && valueSpelled(enumName, part)
  }
}

function whereYesNo(piece: Piece, text: string): Where | EssieFault {
  const isYes = /^(?:true|yes|y|1|accepts healthy volunteers)$/i.test(text.trim())
  if (isYes || /^(?:false|no|n|0)$/i.test(text.trim()))
    return { kind: 'value', piece: piece.name, values: [isYes ? 'true' : 'false'] }
  return faultOnOwnLine(
    `Allowed values for boolean field \`${plainPath(piece)}\` are \`true\`, \`false\``,
  )
}

function whereBound(piece: Piece, text: string): Where | EssieFault {
  const bound = readRangeEnd(piece.type, text)
  if (!bound) return badValue(piece, text)
  return { kind: 'range', piece: piece.name, from: bound.text, to: bound.text }
}

/** Several numbers side by side are any of them: no study has two. */
function whereIds(piece: Piece, text: string): Where | undefined {
  const ids = text.trim().split(/\s+/).map(nctIdOf)
  if (!ids.every((id) => id !== undefined)) return undefined
  return { kind: 'value', piece: piece.name, values: [...new Set(ids)] }
}

/** A study's number as the registry writes it: lower case and missing zeros are the same study. */
export function nctIdOf(text: string): string | undefined {
  const digits = /^nct0*([1-9]\d{0,7})$/i.exec(text)?.[1]
  return digits && `NCT${digits.padStart(8, '0')}`
}
