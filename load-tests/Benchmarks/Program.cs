using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In process: the projects need no second build, and the machine's description is printed with the results. Warm for
// long enough that the runtime has compiled what is hot a second time: a server runs for weeks.
var job = Job.ShortRun
    .WithWarmupCount(15)
    .WithIterationCount(20)
    .WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
