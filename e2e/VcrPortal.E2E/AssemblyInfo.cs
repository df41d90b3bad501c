// Three collections, each with a portal of its own and all with one browser. More at once would only wait for the processor.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
