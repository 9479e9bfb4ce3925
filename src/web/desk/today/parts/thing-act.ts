import type { TodayThing } from '../../../../study/conduct/today/today.ts'
import { paths } from '../../../shell/paths.ts'

/** Where the next act of something that is to do is done. */
export function actPath({ participantId }: TodayThing): string {
  return paths.participant(participantId)
}
