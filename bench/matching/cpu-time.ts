/** Milliseconds that this process has worked since `begun`: other work on the machine does not count. */
export function cpuMsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}
