import { constants, setPriority } from 'node:os'

/** Lets every other process of the machine go before this thread from now on; where that cannot be asked for, all stays as it is. */
export function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {}
}
