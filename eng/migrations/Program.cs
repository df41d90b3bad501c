System.Console.WriteLine("Design time only: run eng/add-migration NAME.");
