namespace VcrPortal.Reasoning.Metrics;

/// <summary>The assignment of rows to columns with the greatest total weight, by the Hungarian method with potentials, in O(rows² ·
/// columns).</summary>
internal static class BipartiteMatching
{
    /// <summary>For each row its column, or -1 where it has none or only one of weight 0. Weights are not negative.</summary>
    public static int[] Maximum(double[,] weights)
    {
        var (rows, columns) = (weights.GetLength(0), weights.GetLength(1));
        if (rows > columns) return Inverted(Maximum(Transposed(weights)), rows);
        // One-based, column 0 is where a new row enters (Kuhn 1955 in the form of shortest augmenting paths; costs are the weights
        // negated).
        var (rowPotential, columnPotential, rowOf) = (new double[rows + 1], new double[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++) Augment(weights, row, rowPotential, columnPotential, rowOf);
        var assigned = new int[rows];
        Array.Fill(assigned, -1);
        for (var column = 1; column <= columns; column++)
            if (rowOf[column] is var row and > 0 && weights[row - 1, column - 1] > 0) assigned[row - 1] = column - 1;
        return assigned;
    }

    private static void Augment(double[,] weights, int entering, double[] rowPotential, double[] columnPotential, int[] rowOf)
    {
        var columns = columnPotential.Length - 1;
        var (slack, previous, used) = (new double[columns + 1], new int[columns + 1], new bool[columns + 1]);
        Array.Fill(slack, double.PositiveInfinity);
        rowOf[0] = entering;
        var at = 0;
        do
        {
            used[at] = true;
            var (row, next, least) = (rowOf[at], 0, double.PositiveInfinity);
            for (var column = 1; column <= columns; column++)
            {
                if (used[column]) continue;
                var reduced = -weights[row - 1, column - 1] - rowPotential[row] - columnPotential[column];
                if (reduced < slack[column]) (slack[column], previous[column]) = (reduced, at);
                if (slack[column] < least) (least, next) = (slack[column], column);
            }
            for (var column = 0; column <= columns; column++)
            {
                if (!used[column]) slack[column] -= least;
                else
                {
                    rowPotential[rowOf[column]] += least;
                    columnPotential[column] -= least;
                }
            }
            at = next;
        }
        while (rowOf[at] != 0);
        for (; at != 0; at = previous[at]) rowOf[at] = rowOf[previous[at]];
    }

    private static double[,] Transposed(double[,] weights)
    {
        var turned = new double[weights.GetLength(1), weights.GetLength(0)];
        for (var row = 0; row < weights.GetLength(0); row++)
            for (var column = 0; column < weights.GetLength(1); column++) turned[column, row] = weights[row, column];
        return turned;
    }

    private static int[] Inverted(int[] columnsOfRows, int count)
    {
        var inverted = new int[count];
        Array.Fill(inverted, -1);
        for (var row = 0; row < columnsOfRows.Length; row++)
            if (columnsOfRows[row] >= 0) inverted[columnsOfRows[row]] = row;
        return inverted;
    }
}
