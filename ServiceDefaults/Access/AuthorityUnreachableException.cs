namespace ServiceDefaults.Access;

/// <summary>The keys that tokens are checked with cannot be had just now.</summary>
public sealed class AuthorityUnreachableException : Exception
{
    public AuthorityUnreachableException() : this(null) { }

    public AuthorityUnreachableException(Exception? inner) : base("The token service's keys cannot be read.", inner) { }
}
