-- What an administrator does once. The portal's own login may make tables and read and write rows, nothing more.
-- Reading never waits for writing, and writing never for reading, with READ_COMMITTED_SNAPSHOT: without it a page may wait behind a batch,
-- and more transactions end as victims of a deadlock (the portal does those again, but it takes longer). It is set before anybody is in.
-- Any collation of the server will do: every column of text names its own.
-- sqlcmd takes $(PORTAL_PASSWORD) from the environment.
IF DB_ID('vcrportal') IS NULL
    CREATE DATABASE vcrportal;
GO
-- Once only: it ends the work of everybody who is in, and this file is run at each start of Compose.
IF EXISTS (SELECT 1 FROM sys.databases WHERE name = 'vcrportal' AND is_read_committed_snapshot_on = 0)
    ALTER DATABASE vcrportal SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID('portal') IS NULL
    CREATE LOGIN portal WITH PASSWORD = '$(PORTAL_PASSWORD)';
GO
USE vcrportal;
GO
IF USER_ID('portal') IS NULL
BEGIN
    CREATE USER portal FOR LOGIN portal;
    ALTER ROLE db_ddladmin ADD MEMBER portal;
    ALTER ROLE db_datareader ADD MEMBER portal;
    ALTER ROLE db_datawriter ADD MEMBER portal;
END
GO
