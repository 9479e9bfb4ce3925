import type { SortKey } from '../../../finder/catalogue/model/where.ts'
import { nodeNamed } from '../../../finder/registry/pieces/branches.ts'
import { shownInput } from '../essie/essie-fault.ts'
import { isOnLine } from '../essie/range-end.ts'
import { type ApiFault, apiFault, badItem } from './api-fault.ts'

/** At most two. */
const mostKeys = 2

/**
 * Reads `EnrollmentCount:desc,@relevance`. Dates begin with the newest, numbers and ages with the smallest, relevance with the
 * best, where no direction is given.
 */
export function readSortKeys(
  names: readonly string[],
): { readonly kind: 'sort'; readonly keys: readonly SortKey[] } | ApiFault {
  if (names.length > mostKeys)
    return apiFault(
      `Parameter \`sort\` must contain no more than ${mostKeys} items: it has incorrect format`,
    )
  const keys: SortKey[] = []
  for (const [index, name] of names.entries()) {
    const key = sortKey(name, index + 1)
    if ('kind' in key) return key
    if (!keys.some(({ piece }) => piece === key.piece)) keys.push(key)
  }
  return { kind: 'sort', keys }
}

function sortKey(text: string, item: number): SortKey | ApiFault {
  const [, name = '', direction] =
    /^(@?[A-Za-z][A-Za-z0-9\-. ]{0,200})(?::(asc|desc))?$/.exec(text) ?? []
  if (name === '') return badItem('sort', item, 'a field, and :asc or :desc after it')
  const way = direction === 'asc' || direction === 'desc' ? direction : undefined
  if (name === '@relevance') return { piece: name, direction: way ?? 'desc' }
  if (name === 'NumArmGroups') return { piece: 'ArmGroupLabel:size', direction: way ?? 'asc' }
  const node = nodeNamed(name)
  if (!node || !('type' in node))
    return apiFault(
      `Unknown sort field: \`${shownInput(name)}\`; ${badItem('sort', item, 'a field, exact in case').text}`,
    )
  if (!isOnLine(node.type))
    return apiFault(
      `Unsupported sort field type: ${node.type}; ${badItem('sort', item, 'a field of dates, numbers or ages, or @relevance').text}`,
    )
  return { piece: node.name, direction: way ?? (node.type === 'date' ? 'desc' : 'asc') }
}
