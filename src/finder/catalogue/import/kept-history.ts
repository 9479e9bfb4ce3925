import { type Difference, applied, differenceOf } from '../../../base/json-difference.ts'
import type { ReadStudy } from '../../registry/records.ts'
import type { Study } from '../../registry/study.ts'
import { withoutAnyContacts } from '../model/earlier-record.ts'
import type { Change, FieldChange, StoredStudy } from '../model/stored.ts'

/** What is kept of a study's history once it has a new version: what changed, and what makes the version before of this one. */
export function keptHistory(
  { study, processed }: ReadStudy,
  before: StoredStudy | undefined,
  fields: readonly FieldChange[],
  today: string,
): readonly Change[] {
  if (!before) return []
  if (fields.length === 0) return sameVersion(study, before)
  const was = textOf(differenceOf(withoutAnyContacts(study), withoutAnyContacts(before.study)))
  const change: Change = {
    imported: today,
    ...(before.processed !== undefined && { from: before.processed }),
    ...(processed !== undefined && { to: processed }),
    fields,
    was,
  }
  return withinBounds([change, ...before.history])
}

/** A record that differs in nothing that is told is the same version: what made the one before of it is taken anew. */
function sameVersion(study: Study, before: StoredStudy): readonly Change[] {
  const [newest, ...older] = before.history
  if (newest?.was === undefined) return before.history
  const earlier = applied(withoutAnyContacts(before.study), JSON.parse(newest.was) as Difference)
  const was = textOf(differenceOf(withoutAnyContacts(study), earlier))
  return withinBounds([{ ...newest, was }, ...older])
}

function textOf(difference: Difference | undefined): string {
  return JSON.stringify(difference ?? nothing)
}

const nothing: Difference = { members: [] }

/** One version is made of the next: behind one that is not kept whole none can be. */
function withinBounds(history: readonly Change[]): readonly Change[] {
  let left = mostOfAll
  return history.map((change) => {
    const { was, ...told } = change
    if (was === undefined || was.length > mostOfOne) left = 0
    else left -= was.length
    return left > 0 ? change : told
  })
}

/** Characters that are kept to make one earlier version, and all of a study. */
const mostOfOne = 100_000
const mostOfAll = 300_000
