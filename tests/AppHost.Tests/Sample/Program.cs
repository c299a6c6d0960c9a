using Sample;

if (args is ["service", ..])
    await FakeService.RunAsync(args[1..]);
else
    Topology.Run(args);
