-- What an administrator does once. The portal's own login may make tables and read and write rows, nothing more.
-- sqlcmd takes $(PORTAL_PASSWORD) from the environment.
IF DB_ID('vcrportal') IS NULL
    CREATE DATABASE vcrportal;
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
