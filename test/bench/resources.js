// Loaded before a program (`node --import`): tells at its end the processor seconds and the peak of memory (MiB) it took.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(`resources: ${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)} ${(maxRSS / 1024).toFixed(0)}\n`);
});
