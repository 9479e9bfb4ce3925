import { readFile } from 'node:fs/promises'

/** How many milliseconds of processor time this process has used: they do not pass while it waits for its turn. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The same of another process, to some hundredths of a second; undefined where the system does not tell it. */
export async function processorMsOf(pid: number | undefined): Promise<number | undefined> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold anything.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const used = (Number(fields[userField]) + Number(fields[systemField])) * tickMs
    return Number.isFinite(used) ? used : undefined
  } catch {
    return undefined
  }
}

const [userField, systemField] = [11, 12]
/** Linux counts in hundredths of a second for whoever reads it. */
const tickMs = 10
