"""Files as Snipe-IT 8 writes them and takes them in, made up for the tests."""

from __future__ import annotations

ASSETS = (
    "\ufeffCompany,Name,Asset Tag,Category,Supplier,Manufacturer,Location,Order Number,Model,Model Notes,Model Number,"
    "Serial,Asset Notes,Purchase Date,Purchase Cost,Warranty Months,Checkout Type,Checked Out To: Username,"
    "Checked Out To: First Name,Checked Out To: Last Name,Checked Out To: Email,Checked Out To: Location,"
    "Asset EOL Date,Status,MAC Address,,Category\r\n"
    'Acme,Excavator,BLD-1,"Roofing, Siding",Kunde Inc,Berge,Yard,4861125177,"Digger 13""",Heavy,9929FR08W85,12345678,'
    'With bucket,1/23/23,"$12,300.71",24,,,,,,,10/27/28,Ready to Deploy,00:11:22:33:44:55,,"Roofing, Siding"\r\n'
    ",Laptop,BLD-2,Laptops,,,Office,3.27190E+11,Book 14,,1786VM,23456789,,2023-02-28,1292.94,12,User,anna,Anna,Berg,"
    "anna@example.org,,,,,,\r\n"
    ",,BLD-3,Laptops,,,Office,,Book 14,,,34567890,,11/14/22,0.00,36,Location,,,,,Yard,,Archived,,,\r\n"
    ",Old drill,BLD-4,Tools,,,,,,,,456789,,,,6,,,,,,,,,,,\r\n"
    ",Bad day,BLD-5,Tools,,,,,,,,56789012,,13/13/23,,,,,,,,,,,,,\r\n"
)
"""Blank and repeated names of columns, dollars with thousands, two forms of dates, a number that Excel has shortened."""

REPORT = (
    "Company,Asset Name,Asset Tag,Model,Model No.,Category,Manufacturer,Serial,Purchased,Cost,EOL,Warranty,"
    "Warranty Expires,Current Value,Diff,Fully Depreciated,Order Number,Supplier,Location,Address,Address,City,State,"
    "Country,Zip,Default Location,Checked Out,Type,Username,Status,Created At,Updated at,Deleted,Notes,URL\r\n"
    'Acme,Excavator,BLD-1,"Digger 13""",9929FR08W85,"Roofing, Siding",Berge,12345678,2023-01-23,"12,300.71",2028-10-27,24,'
    '2025-01-23,"6,150.35","6,150.36",,4861125177,Kunde Inc,Yard,1 Road,,Town,AB,CA,T8S,Office,Anna Berg,user,anna,'
    "Deployed (deployed),2023-01-24 10:00:00,2024-01-24 10:00:00,,With bucket,https://snipe.example/hardware/1\r\n"
)
"""The same asset in the custom report."""

CONSUMABLES = (
    "Company,Name,Category,Supplier,Manufacturer,QTY,Location,Order Number,Min Amount,Model Number,Item Number,Notes,"
    "Purchase Date,Purchase Cost\r\n"
    "Acme,Ink,Printing,Paper Ltd,Inky,50,Office,529027385-9,10,3533069599460000000,6381,Black,11/5/22,35.2\r\n"
    "Acme,Paper,Printing,Paper Ltd,,54,Office,009135228-2,0,,,,,\r\n"
)
ACCESSORIES = (
    "Company,Name,Category,Supplier,Manufacturer,QTY,Location,Order Number,Min Amount,Model Number,Notes,Purchase Date,"
    "Purchase Cost\nAcme,Mouse,Mice,,Logi,12,Office,017019279-2,4,3.01043E+13,,8/24/22,73.96\n"
)
COMPONENTS = (
    "Item Name,Purchase Date,Purchase Cost,Location,Company,Order Number,Serial number,Category,Quantity\n"
    "Graphics card,2024-01-01,500.00,Yard,Acme,2790,123456789,GPU,10\n"
)
LOCATIONS = (
    "name,address,address2,city,state,country,zip,manager,manager username,currency,parent location\n"
    "Office,8 Court,Floor 2,Birend,AB,CA,T8S,Danika Mostyn,dmostyn,CAD,Campus\n"
    "Campus,,,Birend,AB,CA,,,,CAD,\n"
    "Yard,1 Road,,Town,,CA,,,,,Campus\n"
    "Ring A,,,Town,,CA,,,,,Ring B\n"
    "Ring B,,,Town,,CA,,,,,Ring A\n"
    f"{'x' * 300},,,Town,,CA,,,,,\n"
    "yard,2 Road,,Town,,CA,,,,,Campus\n"
)
