namespace VcrPortal.Generation.Evaluation;

/// <summary>What is chosen on the training part alone.</summary>
/// <param name="Shrinkage">How strongly few alike perturbations are pulled towards no difference.</param>
/// <param name="Same">What the same perturbation in another line is worth, against the analogy; 0 without other lines.</param>
/// <param name="Profile">The same of perturbations that did alike in another line.</param>
public sealed record Tuning(double Shrinkage, double Same = 0, double Profile = 0);
