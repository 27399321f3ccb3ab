/** A watch that tells the milliseconds of work of this process since it was made: what others do on the machine is not in it. */
export function workingTime(): () => number {
  const since = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1000;
  };
}
