/**
 * Milliseconds of work that this thread does for `work`. What else the machine does meanwhile is not
 * counted, so that a limit on it holds on a busy machine too; neither is the work of other processes.
 */
export async function workedMs(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
